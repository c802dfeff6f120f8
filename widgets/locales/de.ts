import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'Vielen Dank für Ihr Feedback!',
  close: 'Schließen',
  tab: 'Feedback',
  survey: 'Feedback-Umfrage',
  dir: 'ltr',
  code: 'de',
  nps: {
    title: 'Wie wahrscheinlich ist es, dass Sie {brand} einem Freund oder Kollegen weiterempfehlen?',
    low: 'Überhaupt nicht wahrscheinlich',
    high: 'Äußerst wahrscheinlich',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'Nicht mehr fragen',
  unsent: 'Bitte lassen Sie diese Seite offen, bis Ihre Antwort gesendet ist.',
  back: 'Zurück',
  next: 'Weiter',
  submit: 'Absenden',
  skip: 'Überspringen',
  optional: 'optional',
  required: 'Bitte wählen Sie eine Antwort aus.',
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
  contact: {
    title: 'Wie können wir Sie erreichen?',
    name: 'Name',
    email: 'E-Mail',
    phone: 'Telefon',
    consent: 'Sie dürfen mich zu meinen Antworten kontaktieren.',
  },
  agree: 'Ja, ich stimme zu',
  up: 'Nach oben',
  down: 'Nach unten',
  other: 'Sonstiges',
  invalid: {
    email: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
    number: 'Bitte geben Sie eine Zahl ein.',
    url: 'Bitte geben Sie eine Webadresse ein, zum Beispiel https://example.com.',
    name: 'Bitte geben Sie Ihren Namen ein.',
    phone: 'Bitte geben Sie eine Telefonnummer ein.',
    tick: 'Bitte kreuzen Sie das Kästchen an.',
    text: 'Bitte schreiben Sie etwas.',
    other: 'Bitte schreiben Sie, was Sie meinen.',
  },
  short: count => `Schreiben Sie mindestens ${count} Zeichen.`,
  least: count => `Wählen Sie mindestens ${count} aus.`,
  most: count => `Wählen Sie höchstens ${count} aus.`,
  range: (from, to) => `Geben Sie eine Zahl von ${from} bis ${to} ein.`,
  left: count => `Noch ${count.toLocaleString('de')} Zeichen übrig`,
} satisfies OtherWords

export default { ...first, ...rest }
