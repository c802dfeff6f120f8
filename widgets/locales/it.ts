import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'Grazie per il tuo feedback!',
  close: 'Chiudi',
  tab: 'Feedback',
  survey: 'Questionario di gradimento',
  dir: 'ltr',
  code: 'it',
  nps: {
    title: 'Con quale probabilità consiglieresti {brand} a un amico o a un collega?',
    low: 'Per niente probabile',
    high: 'Estremamente probabile',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'Non chiedermelo più',
  unsent: 'Tieni aperta questa pagina finché la risposta non è stata inviata.',
  back: 'Indietro',
  next: 'Avanti',
  submit: 'Invia',
  skip: 'Salta',
  optional: 'facoltativo',
  required: 'Scegli una risposta.',
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
  contact: {
    title: 'Come possiamo contattarti?',
    name: 'Nome',
    email: 'E-mail',
    phone: 'Telefono',
    consent: 'Potete contattarmi in merito alle mie risposte.',
  },
  agree: 'Sì, accetto',
  up: 'Sposta su',
  down: 'Sposta giù',
  other: 'Altro',
  invalid: {
    email: 'Inserisci un indirizzo e-mail, ad esempio nome@example.com.',
    number: 'Inserisci un numero.',
    url: 'Inserisci un indirizzo web, ad esempio https://example.com.',
    name: 'Inserisci il tuo nome.',
    phone: 'Inserisci un numero di telefono.',
    tick: 'Seleziona la casella per continuare.',
    text: 'Scrivi qualcosa.',
    other: 'Scrivi che cosa intendi.',
  },
  short: count => `Scrivi almeno ${count} caratteri.`,
  least: count => `Scegline almeno ${count}.`,
  most: count => `Scegline al massimo ${count}.`,
  range: (from, to) => `Inserisci un numero da ${from} a ${to}.`,
  left: count =>
    `${count === 1 ? 'Rimane' : 'Rimangono'} ${count.toLocaleString('it')} ${count === 1 ? 'carattere' : 'caratteri'}`,
} satisfies OtherWords

export default { ...first, ...rest }
