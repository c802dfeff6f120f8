import type { Locale } from '../../src/contracts'

export default {
  code: 'es',
  dir: 'ltr',
  survey: 'Encuesta de opinión',
  close: 'Cerrar',
  back: 'Atrás',
  next: 'Siguiente',
  submit: 'Enviar',
  skip: 'Omitir',
  optional: 'opcional',
  required: 'Responde a esta pregunta, por favor.',
  thanks: '¡Gracias por tu opinión!',
  nps: {
    title: '¿Qué probabilidad hay de que recomiendes {brand} a un amigo, familiar o compañero?',
    low: 'Nada probable',
    high: 'Muy probable',
  },
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
  other: 'Otra respuesta',
  invalid: {
    email: 'Escribe un correo electrónico, como nombre@example.com.',
    number: 'Escribe un número.',
    url: 'Escribe una dirección web, como https://example.com.',
  },
  left: count => `${count === 1 ? 'Queda' : 'Quedan'} ${count} ${count === 1 ? 'carácter' : 'caracteres'}`,
} satisfies Locale
