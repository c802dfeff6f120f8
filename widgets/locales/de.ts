import type { Locale } from '../../src/contracts'

export default {
  code: 'de',
  dir: 'ltr',
  survey: 'Feedback-Umfrage',
  close: 'Schließen',
  back: 'Zurück',
  next: 'Weiter',
  submit: 'Absenden',
  skip: 'Überspringen',
  optional: 'optional',
  required: 'Bitte beantworten Sie diese Frage.',
  thanks: 'Vielen Dank für Ihr Feedback!',
  nps: {
    title: 'Wie wahrscheinlich ist es, dass Sie {brand} einem Freund oder Kollegen weiterempfehlen?',
    low: 'Überhaupt nicht wahrscheinlich',
    high: 'Äußerst wahrscheinlich',
  },
  csat: {
    title: 'Wie zufrieden sind Sie mit Ihrer Erfahrung?',
    low: 'Sehr unzufrieden',
    high: 'Sehr zufrieden',
  },
  ces: {
    title: '{brand} hat es mir leicht gemacht, mein Anliegen zu erledigen.',
    low: 'Stimme überhaupt nicht zu',
    high: 'Stimme voll und ganz zu',
  },
  stars: { title: 'Wie bewerten Sie Ihre Erfahrung?', low: 'Schlecht', high: 'Ausgezeichnet' },
  feelings: ['Sehr unzufrieden', 'Unzufrieden', 'Neutral', 'Zufrieden', 'Sehr zufrieden'],
  thumbs: { title: 'War das hilfreich?', up: 'Ja', down: 'Nein' },
  why: 'Möchten Sie uns sagen, warum?',
  feedback: 'Was möchten Sie uns mitteilen?',
  other: 'Sonstiges',
  invalid: {
    email: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
    number: 'Bitte geben Sie eine Zahl ein.',
    url: 'Bitte geben Sie eine Webadresse ein, zum Beispiel https://example.com.',
  },
  left: count => `Noch ${count.toLocaleString('de')} Zeichen übrig`,
} satisfies Locale
