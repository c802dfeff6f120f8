import type { Locale } from '../../src/contracts'

export default {
  code: 'pt-PT',
  dir: 'ltr',
  survey: 'Inquérito de opinião',
  close: 'Fechar',
  back: 'Anterior',
  next: 'Seguinte',
  submit: 'Enviar',
  skip: 'Ignorar',
  optional: 'opcional',
  required: 'Por favor, responde a esta pergunta.',
  thanks: 'Obrigado pela tua opinião!',
  nps: {
    title: 'Qual é a probabilidade de recomendares {brand} a um amigo ou colega?',
    low: 'Nada provável',
    high: 'Extremamente provável',
  },
  csat: {
    title: 'Quão satisfeito estás com a tua experiência?',
    low: 'Muito insatisfeito',
    high: 'Muito satisfeito',
  },
  ces: {
    title: '{brand} facilitou-me fazer o que pretendia.',
    low: 'Discordo totalmente',
    high: 'Concordo totalmente',
  },
  stars: { title: 'Como avalias a tua experiência?', low: 'Má', high: 'Excelente' },
  feelings: ['Muito mau', 'Mau', 'Razoável', 'Bom', 'Muito bom'],
  thumbs: { title: 'Isto foi útil?', up: 'Sim', down: 'Não' },
  why: 'Queres dizer-nos porquê?',
  feedback: 'O que gostarias de nos dizer?',
  other: 'Outra resposta',
  invalid: {
    email: 'Escreve um endereço de e-mail, como nome@example.com.',
    number: 'Escreve um número.',
    url: 'Escreve um endereço Web, como https://example.com.',
  },
  left: count =>
    `${count === 1 ? 'Resta' : 'Restam'} ${count.toLocaleString('pt-PT')} ${count === 1 ? 'caráter' : 'caracteres'}`,
} satisfies Locale
