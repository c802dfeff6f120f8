import type { Locale } from '../../src/contracts'

export default {
  code: 'en',
  dir: 'ltr',
  survey: 'Feedback survey',
  close: 'Close',
  back: 'Back',
  next: 'Next',
  submit: 'Submit',
  skip: 'Skip',
  optional: 'optional',
  required: 'Please answer this question.',
  thanks: 'Thank you for your feedback!',
  nps: {
    title: 'How likely are you to recommend {brand} to a friend or colleague?',
    low: 'Not at all likely',
    high: 'Extremely likely',
  },
  csat: {
    title: 'How satisfied are you with your experience?',
    low: 'Very dissatisfied',
    high: 'Very satisfied',
  },
  ces: {
    title: '{brand} made it easy for me to do what I wanted.',
    low: 'Strongly disagree',
    high: 'Strongly agree',
  },
  stars: { title: 'How would you rate your experience?', low: 'Poor', high: 'Excellent' },
  feelings: ['Very unhappy', 'Unhappy', 'Neutral', 'Happy', 'Very happy'],
  thumbs: { title: 'Was this helpful?', up: 'Yes', down: 'No' },
  why: 'Would you like to tell us why?',
  feedback: 'What would you like to tell us?',
  other: 'Other',
  invalid: {
    email: 'Enter an e-mail address, such as name@example.com.',
    number: 'Enter a number.',
    url: 'Enter a web address, such as https://example.com.',
  },
  left: count => `${count} ${count === 1 ? 'character' : 'characters'} left`,
} satisfies Locale
