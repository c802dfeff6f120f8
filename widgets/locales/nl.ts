import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'Bedankt voor je feedback!',
  close: 'Sluiten',
  tab: 'Feedback',
  survey: 'Feedbackenquête',
  dir: 'ltr',
  code: 'nl',
  nps: {
    title: 'Hoe waarschijnlijk is het dat je {brand} aanbeveelt bij een vriend of collega?',
    low: 'Helemaal niet waarschijnlijk',
    high: 'Zeer waarschijnlijk',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'Niet meer vragen',
  unsent: 'Houd deze pagina open tot je antwoord is verstuurd.',
  back: 'Vorige',
  next: 'Volgende',
  submit: 'Versturen',
  skip: 'Overslaan',
  optional: 'optioneel',
  required: 'Kies een antwoord.',
  csat: {
    title: 'Hoe tevreden ben je over je ervaring?',
    low: 'Zeer ontevreden',
    high: 'Zeer tevreden',
  },
  ces: {
    title: '{brand} maakte het mij makkelijk om te doen wat ik wilde.',
    low: 'Helemaal mee oneens',
    high: 'Helemaal mee eens',
  },
  stars: { title: 'Hoe beoordeel je je ervaring?', low: 'Slecht', high: 'Uitstekend' },
  feelings: ['Zeer ontevreden', 'Ontevreden', 'Neutraal', 'Tevreden', 'Zeer tevreden'],
  thumbs: { title: 'Was dit nuttig?', up: 'Ja', down: 'Nee' },
  why: 'Wil je ons vertellen waarom?',
  feedback: 'Wat wil je ons vertellen?',
  contact: {
    title: 'Hoe kunnen we je bereiken?',
    name: 'Naam',
    email: 'E-mail',
    phone: 'Telefoon',
    consent: 'Jullie mogen contact met me opnemen over mijn antwoorden.',
  },
  agree: 'Ja, ik ga akkoord',
  up: 'Omhoog',
  down: 'Omlaag',
  other: 'Anders',
  invalid: {
    email: 'Vul een e-mailadres in, zoals naam@example.com.',
    number: 'Vul een getal in.',
    url: 'Vul een webadres in, zoals https://example.com.',
    name: 'Vul je naam in.',
    phone: 'Vul een telefoonnummer in.',
    tick: 'Vink het vakje aan om verder te gaan.',
    text: 'Vul iets in.',
    other: 'Vul in wat je bedoelt.',
  },
  short: count => `Schrijf minstens ${count} tekens.`,
  least: count => `Kies er minstens ${count}.`,
  most: count => `Kies er hoogstens ${count}.`,
  range: (from, to) => `Vul een getal van ${from} tot en met ${to} in.`,
  left: count => `Nog ${count.toLocaleString('nl')} ${count === 1 ? 'teken' : 'tekens'} over`,
} satisfies OtherWords

export default { ...first, ...rest }
