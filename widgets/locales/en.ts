import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'Thank you for your feedback!',
  close: 'Close',
  tab: 'Feedback',
  survey: 'Feedback survey',
  dir: 'ltr',
  code: 'en',
  nps: {
    title: 'How likely are you to recommend {brand} to a friend or colleague?',
    low: 'Not at all likely',
    high: 'Extremely likely',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'Don’t ask me again',
  unsent: 'Please keep this page open until your answer has been sent.',
  back: 'Back',
  next: 'Next',
  submit: 'Submit',
  skip: 'Skip',
  optional: 'optional',
  required: 'Please choose one.',
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
  contact: {
    title: 'How can we reach you?',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    consent: 'You may contact me about my answers.',
  },
  agree: 'Yes, I agree',
  up: 'Move up',
  down: 'Move down',
  other: 'Other',
  invalid: {
    email: 'Enter an e-mail address, such as name@example.com.',
    number: 'Enter a number.',
    url: 'Enter a web address, such as https://example.com.',
    name: 'Enter your name.',
    phone: 'Enter a phone number.',
    tick: 'Tick the box to go on.',
    text: 'Please write something.',
    other: 'Please write what you mean.',
  },
  short: count => `Write at least ${count} characters.`,
  least: count => `Choose at least ${count}.`,
  most: count => `Choose at most ${count}.`,
  range: (from, to) => `Enter a number from ${from} to ${to}.`,
  left: count => `${count.toLocaleString('en')} ${count === 1 ? 'character' : 'characters'} left`,
} satisfies OtherWords

export default { ...first, ...rest }
