import type { Locale } from '../../src/contracts'

export default {
  code: 'ca',
  dir: 'ltr',
  survey: 'Enquesta d’opinió',
  close: 'Tanca',
  back: 'Enrere',
  next: 'Següent',
  submit: 'Envia',
  skip: 'Omet',
  optional: 'opcional',
  required: 'Respon aquesta pregunta, si us plau.',
  thanks: 'Gràcies per la teva opinió!',
  nps: {
    title: 'Quina probabilitat hi ha que recomanis {brand} a un amic, familiar o company de feina?',
    low: 'Gens probable',
    high: 'Molt probable',
  },
  csat: {
    title: 'Fins a quin punt estàs satisfet amb la teva experiència?',
    low: 'Molt insatisfet',
    high: 'Molt satisfet',
  },
  ces: {
    title: '{brand} m’ha facilitat fer el que volia.',
    low: 'Totalment en desacord',
    high: 'Totalment d’acord',
  },
  stars: { title: 'Com valores la teva experiència?', low: 'Dolenta', high: 'Excel·lent' },
  feelings: ['Molt malament', 'Malament', 'Regular', 'Bé', 'Molt bé'],
  thumbs: { title: 'T’ha resultat útil?', up: 'Sí', down: 'No' },
  why: 'Ens vols explicar per què?',
  feedback: 'Què ens vols dir?',
  other: 'Una altra resposta',
  invalid: {
    email: 'Escriu una adreça electrònica, com ara nom@example.com.',
    number: 'Escriu un número.',
    url: 'Escriu una adreça web, com ara https://example.com.',
  },
  left: count =>
    `${count === 1 ? 'Queda' : 'Queden'} ${count.toLocaleString('ca')} ${count === 1 ? 'caràcter' : 'caràcters'}`,
} satisfies Locale
