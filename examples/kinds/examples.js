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
    title: {
      en: 'How important is fast delivery to you?',
      ar: 'ما مدى أهمية التوصيل السريع بالنسبة إليك؟',
      es: '¿Qué importancia tiene para ti una entrega rápida?',
    },
    low: { en: 'Not important', ar: 'غير مهم', es: 'Nada importante' },
    high: { en: 'Very important', ar: 'مهم جدًا', es: 'Muy importante' },
  },
  text: {
    kind: 'text',
    maxLength: 280,
    title: { en: 'What could we do better?', ar: 'ما الذي يمكننا تحسينه؟', es: '¿Qué podríamos mejorar?' },
    description: {
      en: 'One sentence is plenty. We read every one.',
      ar: 'جملة واحدة تكفي. نقرأها كلها.',
      es: 'Con una frase basta. Las leemos todas.',
    },
  },
  choice: {
    kind: 'choice',
    multiple: true,
    max: 2,
    other: true,
    title: { en: 'What made you choose us?', ar: 'لماذا اخترتنا؟', es: '¿Por qué nos elegiste?' },
    description: { en: 'Choose up to two.', ar: 'اختر اثنين على الأكثر.', es: 'Elige hasta dos.' },
    choices: [
      { id: 'quality', label: { en: 'The quality', ar: 'الجودة', es: 'La calidad' } },
      { id: 'price', label: { en: 'The price', ar: 'السعر', es: 'El precio' } },
      { id: 'delivery', label: { en: 'Delivery', ar: 'التوصيل', es: 'El envío' } },
    ],
  },
  ranking: {
    kind: 'ranking',
    title: { en: 'What matters most to you?', ar: 'ما الأهم بالنسبة إليك؟', es: '¿Qué es lo más importante para ti?' },
    description: { en: 'Put the most important first.', ar: 'ضع الأهم أولًا.', es: 'Pon primero lo más importante.' },
    choices: [
      { id: 'quality', label: { en: 'Quality', ar: 'الجودة', es: 'Calidad' } },
      { id: 'price', label: { en: 'Price', ar: 'السعر', es: 'Precio' } },
      { id: 'delivery', label: { en: 'Fast delivery', ar: 'توصيل سريع', es: 'Envío rápido' } },
      { id: 'help', label: { en: 'Friendly help', ar: 'مساعدة ودودة', es: 'Buena atención' } },
    ],
  },
  contact: { kind: 'contact', fields: { name: 'optional', email: 'required', phone: 'optional' } },
  consent: {
    kind: 'consent',
    title: { en: 'May we quote you?', ar: 'هل يمكننا الاقتباس من كلامك؟', es: '¿Podemos citarte?' },
    label: {
      en: 'Yes, you may quote my answer with my first name.',
      ar: 'نعم، يمكنكم اقتباس إجابتي مع اسمي الأول.',
      es: 'Sí, podéis citar mi respuesta con mi nombre.',
    },
  },
  message: {
    kind: 'message',
    title: { en: 'Two short questions', ar: 'سؤالان قصيران', es: 'Dos preguntas cortas' },
    description: {
      en: 'They take less than a minute.',
      ar: 'لن يستغرقا أكثر من دقيقة.',
      es: 'Te llevarán menos de un minuto.',
    },
  },
  link: {
    kind: 'link',
    title: { en: 'Would you write a review?', ar: 'هل تود كتابة مراجعة؟', es: '¿Te gustaría escribir una reseña?' },
    description: {
      en: 'It helps others to decide.',
      ar: 'تساعد الآخرين على اتخاذ القرار.',
      es: 'Ayuda a otros a decidirse.',
    },
    text: { en: 'Write a review', ar: 'كتابة مراجعة', es: 'Escribir una reseña' },
    href: 'https://example.com/review',
  },
}

/** Other ways to ask some of them. */
export const variants = {
  'csat-stars': { kind: 'csat', look: 'stars' },
  'csat-numbers': { kind: 'csat', look: 'numbers' },
  'csat-four': { kind: 'csat', points: 4 },
  'rating-eleven': { ...questions.rating, points: 11, from: 0 },
  'text-short': { ...questions.text, input: 'short', maxLength: 80 },
  'text-email': {
    kind: 'text',
    input: 'email',
    title: { en: 'What is your e-mail address?', es: '¿Cuál es tu correo?', ar: 'ما بريدك الإلكتروني؟' },
  },
  'text-number': {
    kind: 'text',
    input: 'number',
    min: 1,
    max: 10,
    title: { en: 'How many are you?', es: '¿Cuántos sois?', ar: 'كم عددكم؟' },
  },
  'text-url': {
    kind: 'text',
    input: 'url',
    title: { en: 'Where is your website?', es: '¿Cuál es tu sitio web?', ar: 'ما عنوان موقعك؟' },
  },
  'choice-one': {
    ...questions.choice,
    multiple: false,
    shuffle: true,
    description: undefined,
    choices: [
      ...questions.choice.choices,
      { id: 'none', label: { en: 'None of these', es: 'Nada de esto', ar: 'لا شيء من هذا' }, pinned: true },
    ],
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
          text: {
            en: 'You gave {{answers.nps}}. What went wrong?',
            ar: 'أعطيتنا {{answers.nps}}. ما الذي لم يعجبك؟',
            es: 'Nos diste un {{answers.nps}}. ¿Qué falló?',
          },
        },
        { text: { en: 'What did you like most?', ar: 'ما أكثر ما أعجبك؟', es: '¿Qué es lo que más te gustó?' } },
      ],
    },
    { id: 'choice', ...questions.choice },
    { id: 'contact', ...questions.contact, optional: true, if: { nps: { $lte: 6 } } },
  ],
  endings: [
    {
      title: { en: 'Thank you!', ar: 'شكرًا لك!', es: '¡Gracias!' },
      description: { en: 'Would you tell others, too?', ar: 'هل تخبر الآخرين أيضًا؟', es: '¿Se lo cuentas a otros?' },
    },
  ],
  review: { text: questions.link.text, href: questions.link.href },
}
