import type { Locale } from '../../src/contracts'

export default {
  code: 'en',
  dir: 'ltr',
  survey: 'Feedback survey',
  close: 'Close',
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
  why: 'Would you like to tell us why?',
} satisfies Locale
