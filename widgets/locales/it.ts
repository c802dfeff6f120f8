import type { Locale } from '../../src/contracts'

export default {
  code: 'it',
  dir: 'ltr',
  survey: 'Questionario di gradimento',
  close: 'Chiudi',
  back: 'Indietro',
  next: 'Avanti',
  submit: 'Invia',
  skip: 'Salta',
  optional: 'facoltativo',
  required: 'Rispondi a questa domanda.',
  thanks: 'Grazie per il tuo feedback!',
  nps: {
    title: 'Con quale probabilità consiglieresti {brand} a un amico o a un collega?',
    low: 'Per niente probabile',
    high: 'Estremamente probabile',
  },
  csat: {
    title: 'Quanto sei soddisfatto della tua esperienza?',
    low: 'Molto insoddisfatto',
    high: 'Molto soddisfatto',
  },
  ces: {
    title: '{brand} mi ha permesso di fare facilmente ciò che volevo.',
    low: 'Totalmente in disaccordo',
    high: 'Totalmente d’accordo',
  },
  stars: { title: 'Come valuti la tua esperienza?', low: 'Scarsa', high: 'Eccellente' },
  feelings: ['Molto male', 'Male', 'Così così', 'Bene', 'Molto bene'],
  thumbs: { title: 'Ti è stato utile?', up: 'Sì', down: 'No' },
  why: 'Vuoi dirci perché?',
  feedback: 'Cosa vorresti dirci?',
  other: 'Altro',
  invalid: {
    email: 'Inserisci un indirizzo e-mail, ad esempio nome@example.com.',
    number: 'Inserisci un numero.',
    url: 'Inserisci un indirizzo web, ad esempio https://example.com.',
  },
  left: count =>
    `${count === 1 ? 'Rimane' : 'Rimangono'} ${count.toLocaleString('it')} ${count === 1 ? 'carattere' : 'caratteri'}`,
} satisfies Locale
