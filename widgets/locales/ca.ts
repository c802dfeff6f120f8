import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'Gràcies per la teva opinió!',
  close: 'Tanca',
  tab: 'Opinió',
  survey: 'Enquesta d’opinió',
  dir: 'ltr',
  code: 'ca',
  nps: {
    title: 'Quina probabilitat hi ha que recomanis {brand} a un amic, familiar o company de feina?',
    low: 'Gens probable',
    high: 'Molt probable',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'No m’ho preguntis més',
  unsent: "Deixa aquesta pàgina oberta fins que s'enviï la teva resposta, si us plau.",
  back: 'Enrere',
  next: 'Següent',
  submit: 'Envia',
  skip: 'Omet',
  optional: 'opcional',
  required: 'Tria una opció, si us plau.',
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
  contact: {
    title: 'Com et podem contactar?',
    name: 'Nom',
    email: 'Correu electrònic',
    phone: 'Telèfon',
    consent: 'Em podeu contactar sobre les meves respostes.',
  },
  agree: "Sí, hi estic d'acord",
  up: 'Puja',
  down: 'Baixa',
  other: 'Una altra resposta',
  invalid: {
    email: 'Escriu una adreça electrònica, com ara nom@example.com.',
    number: 'Escriu un número.',
    url: 'Escriu una adreça web, com ara https://example.com.',
    name: 'Escriu el teu nom.',
    phone: 'Escriu un número de telèfon.',
    tick: 'Marca la casella per continuar.',
    text: 'Escriu alguna cosa, si us plau.',
    other: 'Escriu la teva resposta, si us plau.',
  },
  short: count => `Escriu almenys ${count} caràcters.`,
  least: count => `Tria'n almenys ${count}.`,
  most: count => `Tria'n ${count} com a màxim.`,
  range: (from, to) => `Escriu un nombre de ${from} a ${to}.`,
  left: count =>
    `${count === 1 ? 'Queda' : 'Queden'} ${count.toLocaleString('ca')} ${count === 1 ? 'caràcter' : 'caràcters'}`,
} satisfies OtherWords

export default { ...first, ...rest }
