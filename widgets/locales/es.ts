import type { Locale } from '../../src/contracts'

export default {
  code: 'es',
  dir: 'ltr',
  survey: 'Encuesta de opinión',
  close: 'Cerrar',
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
  why: '¿Quieres contarnos por qué?',
} satisfies Locale
