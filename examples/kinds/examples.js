/** One example of each kind of question, in words that are plain in any language: a text by language, or one for all. */
export const questions = {
  nps: { kind: 'nps' },
  csat: { kind: 'csat' },
  ces: { kind: 'ces' },
  stars: { kind: 'stars' },
  emoji: { kind: 'emoji' },
  thumbs: { kind: 'thumbs' },
  rating: {
    kind: 'rating',
    points: 5,
    metric: 'importance',
    title: { en: 'How important is fast delivery to you?', es: '¿Qué importancia tiene para ti una entrega rápida?' },
    low: { en: 'Not important', es: 'Nada importante' },
    high: { en: 'Very important', es: 'Muy importante' },
  },
  text: {
    kind: 'text',
    maxLength: 280,
    title: { en: 'What could we do better?', es: '¿Qué podríamos mejorar?' },
    description: { en: 'One sentence is plenty. We read every one.', es: 'Con una frase basta. Las leemos todas.' },
  },
  choice: {
    kind: 'choice',
    multiple: true,
    max: 2,
    other: true,
    title: { en: 'What made you choose us?', es: '¿Por qué nos elegiste?' },
    description: { en: 'Choose up to two.', es: 'Elige hasta dos.' },
    choices: [
      { id: 'quality', label: { en: 'The quality', es: 'La calidad' } },
      { id: 'price', label: { en: 'The price', es: 'El precio' } },
      { id: 'delivery', label: { en: 'Delivery', es: 'El envío' } },
    ],
  },
  ranking: {
    kind: 'ranking',
    title: { en: 'What matters most to you?', es: '¿Qué es lo más importante para ti?' },
    description: { en: 'Put the most important first.', es: 'Pon primero lo más importante.' },
    choices: [
      { id: 'quality', label: { en: 'Quality', es: 'Calidad' } },
      { id: 'price', label: { en: 'Price', es: 'Precio' } },
      { id: 'delivery', label: { en: 'Fast delivery', es: 'Envío rápido' } },
      { id: 'help', label: { en: 'Friendly help', es: 'Buena atención' } },
    ],
  },
  contact: { kind: 'contact', fields: { name: 'optional', email: 'required', phone: 'optional' } },
  consent: {
    kind: 'consent',
    title: { en: 'May we quote you?', es: '¿Podemos citarte?' },
    label: {
      en: 'Yes, you may quote my answer with my first name.',
      es: 'Sí, podéis citar mi respuesta con mi nombre.',
    },
  },
  message: {
    kind: 'message',
    title: { en: 'Two short questions', es: 'Dos preguntas cortas' },
    description: { en: 'They take less than a minute.', es: 'Te llevarán menos de un minuto.' },
  },
  link: {
    kind: 'link',
    title: { en: 'Would you write a review?', es: '¿Te gustaría escribir una reseña?' },
    description: { en: 'It helps others to decide.', es: 'Ayuda a otros a decidirse.' },
    text: { en: 'Write a review', es: 'Escribir una reseña' },
    href: 'https://example.com/review',
  },
}

/** What each kind is, for its page. */
export const about = {
  nps: 'How likely to recommend, 0 to 10. Arrow keys and digits look around; Space, Enter and a click answer.',
  csat: 'How satisfied, 1 to 5: faces, stars or numbers; with points: 4, faces without a middle.',
  ces: 'Agreement that it was easy, 1 to 7.',
  stars: 'One to five stars, or another number.',
  emoji: 'Five feelings, each with its name.',
  thumbs: 'Was it helpful: yes or no.',
  rating: 'So many points with labelled ends; metric: importance marks what it is about.',
  text: "The visitor's own words: short or long, an e-mail address, a number or a URL, with limits and a counter.",
  choice: 'One or several of a list, another in own words, shuffled or not.',
  ranking: 'A list in order, by buttons or by dragging.',
  contact: 'Name, e-mail and phone, each optional or required, with its consent line.',
  consent: 'A box to tick.',
  message: 'Something to read.',
  link: 'Somewhere to go: http, https, mailto or tel.',
}

/** A survey that has one of most things. */
export const long = {
  questions: [
    { id: 'nps', kind: 'nps' },
    {
      id: 'why',
      kind: 'text',
      optional: true,
      title: [
        {
          if: { nps: { $lte: 6 } },
          text: { en: 'You gave {{answers.nps}}. What went wrong?', es: 'Nos diste un {{answers.nps}}. ¿Qué falló?' },
        },
        { text: { en: 'What did you like most?', es: '¿Qué es lo que más te gustó?' } },
      ],
    },
    { id: 'choice', ...questions.choice },
    { id: 'contact', ...questions.contact, optional: true, if: { nps: { $lte: 6 } } },
  ],
  endings: [
    {
      title: { en: 'Thank you!', es: '¡Gracias!' },
      description: { en: 'Would you tell others, too?', es: '¿Se lo cuentas a otros?' },
      link: { text: { en: 'Write a review', es: 'Escribir una reseña' }, href: 'https://example.com/review' },
    },
  ],
}
