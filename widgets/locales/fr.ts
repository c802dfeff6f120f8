import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'Merci pour votre avis\u202f!',
  close: 'Fermer',
  tab: 'Votre avis',
  survey: 'Enquête de satisfaction',
  dir: 'ltr',
  code: 'fr',
  nps: {
    title: 'Quelle est la probabilité que vous recommandiez {brand} à un ami ou un collègue\u202f?',
    low: 'Pas du tout probable',
    high: 'Extrêmement probable',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'Ne plus me demander',
  unsent: 'Veuillez garder cette page ouverte jusqu’à l’envoi de votre réponse.',
  back: 'Précédent',
  next: 'Suivant',
  submit: 'Envoyer',
  skip: 'Passer',
  optional: 'facultatif',
  required: 'Veuillez choisir une réponse.',
  csat: {
    title: 'Dans quelle mesure êtes-vous satisfait(e) de votre expérience\u202f?',
    low: 'Très insatisfait(e)',
    high: 'Très satisfait(e)',
  },
  ces: {
    title: '{brand} m’a permis de faire facilement ce que je voulais.',
    low: 'Pas du tout d’accord',
    high: 'Tout à fait d’accord',
  },
  stars: { title: 'Comment évaluez-vous votre expérience\u202f?', low: 'Mauvaise', high: 'Excellente' },
  feelings: ['Très mal', 'Mal', 'Moyen', 'Bien', 'Très bien'],
  thumbs: { title: 'Cela vous a-t-il été utile\u202f?', up: 'Oui', down: 'Non' },
  why: 'Souhaitez-vous nous dire pourquoi\u202f?',
  feedback: 'Que souhaitez-vous nous dire\u202f?',
  contact: {
    title: 'Comment pouvons-nous vous joindre ?',
    name: 'Nom',
    email: 'E-mail',
    phone: 'Téléphone',
    consent: 'Vous pouvez me contacter au sujet de mes réponses.',
  },
  agree: "Oui, j'accepte",
  up: 'Monter',
  down: 'Descendre',
  other: 'Autre',
  invalid: {
    email: 'Saisissez une adresse e-mail, par exemple nom@example.com.',
    number: 'Saisissez un nombre.',
    url: 'Saisissez une adresse web, par exemple https://example.com.',
    name: 'Saisissez votre nom.',
    phone: 'Saisissez un numéro de téléphone.',
    tick: 'Cochez la case pour continuer.',
    text: 'Veuillez écrire quelque chose.',
    other: 'Veuillez préciser votre réponse.',
  },
  short: count => `Écrivez au moins ${count} caractères.`,
  least: count => `Choisissez-en au moins ${count}.`,
  most: count => `Choisissez-en ${count} au plus.`,
  range: (from, to) => `Saisissez un nombre de ${from} à ${to}.`,
  left: count => {
    const text = new Intl.PluralRules('fr').select(count) === 'one' ? 'Il reste # caractère' : 'Il reste # caractères'
    return text.replace('#', count.toLocaleString('fr'))
  },
} satisfies OtherWords

export default { ...first, ...rest }
