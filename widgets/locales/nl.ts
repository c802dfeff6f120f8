import type { Locale } from '../../src/contracts'

export default {
  code: 'nl',
  dir: 'ltr',
  survey: 'Feedbackenquête',
  close: 'Sluiten',
  back: 'Vorige',
  next: 'Volgende',
  submit: 'Versturen',
  skip: 'Overslaan',
  optional: 'optioneel',
  required: 'Beantwoord deze vraag.',
  thanks: 'Bedankt voor je feedback!',
  nps: {
    title: 'Hoe waarschijnlijk is het dat je {brand} aanbeveelt bij een vriend of collega?',
    low: 'Helemaal niet waarschijnlijk',
    high: 'Zeer waarschijnlijk',
  },
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
  other: 'Anders',
  invalid: {
    email: 'Vul een e-mailadres in, zoals naam@example.com.',
    number: 'Vul een getal in.',
    url: 'Vul een webadres in, zoals https://example.com.',
  },
  left: count => `Nog ${count.toLocaleString('nl')} ${count === 1 ? 'teken' : 'tekens'} over`,
} satisfies Locale
