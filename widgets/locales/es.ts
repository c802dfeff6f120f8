import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: '¡Gracias por tu opinión!',
  close: 'Cerrar',
  tab: 'Opinión',
  survey: 'Encuesta de opinión',
  dir: 'ltr',
  code: 'es',
  nps: {
    title: '¿Qué probabilidad hay de que recomiendes {brand} a un amigo, familiar o compañero?',
    low: 'Nada probable',
    high: 'Muy probable',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'No volver a preguntarme',
  unsent: 'Deja esta página abierta hasta que se envíe tu respuesta, por favor.',
  back: 'Atrás',
  next: 'Siguiente',
  submit: 'Enviar',
  skip: 'Omitir',
  optional: 'opcional',
  required: 'Elige una opción, por favor.',
  csat: {
    title: '¿Cómo de satisfecho estás con tu experiencia?',
    low: 'Muy insatisfecho',
    high: 'Muy satisfecho',
  },
  ces: {
    title: '{brand} me ha facilitado hacer lo que quería.',
    low: 'Totalmente en desacuerdo',
    high: 'Totalmente de acuerdo',
  },
  stars: { title: '¿Cómo valoras tu experiencia?', low: 'Mala', high: 'Excelente' },
  feelings: ['Muy mal', 'Mal', 'Regular', 'Bien', 'Muy bien'],
  thumbs: { title: '¿Te ha resultado útil?', up: 'Sí', down: 'No' },
  why: '¿Quieres contarnos por qué?',
  feedback: '¿Qué te gustaría decirnos?',
  contact: {
    title: '¿Cómo podemos contactarte?',
    name: 'Nombre',
    email: 'Correo electrónico',
    phone: 'Teléfono',
    consent: 'Podéis contactarme sobre mis respuestas.',
  },
  agree: 'Sí, acepto',
  up: 'Subir',
  down: 'Bajar',
  other: 'Otra respuesta',
  invalid: {
    email: 'Escribe un correo electrónico, como nombre@example.com.',
    number: 'Escribe un número.',
    url: 'Escribe una dirección web, como https://example.com.',
    name: 'Escribe tu nombre.',
    phone: 'Escribe un número de teléfono.',
    tick: 'Marca la casilla para continuar.',
    text: 'Escribe algo, por favor.',
    other: 'Escribe tu respuesta, por favor.',
  },
  short: count => `Escribe al menos ${count} caracteres.`,
  least: count => `Elige al menos ${count}.`,
  most: count => `Elige ${count} como máximo.`,
  range: (from, to) => `Escribe un número de ${from} a ${to}.`,
  left: count =>
    `${count === 1 ? 'Queda' : 'Quedan'} ${count.toLocaleString('es')} ${count === 1 ? 'carácter' : 'caracteres'}`,
} satisfies OtherWords

export default { ...first, ...rest }
