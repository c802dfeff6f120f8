import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'Obrigado pela tua opinião!',
  close: 'Fechar',
  tab: 'Opinião',
  survey: 'Inquérito de opinião',
  dir: 'ltr',
  code: 'pt-PT',
  nps: {
    title: 'Qual é a probabilidade de recomendares {brand} a um amigo ou colega?',
    low: 'Nada provável',
    high: 'Extremamente provável',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'Não voltar a perguntar',
  unsent: 'Por favor, deixa esta página aberta até a tua resposta ser enviada.',
  back: 'Anterior',
  next: 'Seguinte',
  submit: 'Enviar',
  skip: 'Ignorar',
  optional: 'opcional',
  required: 'Por favor, escolhe uma opção.',
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
  contact: {
    title: 'Como podemos contactar-te?',
    name: 'Nome',
    email: 'E-mail',
    phone: 'Telefone',
    consent: 'Podem contactar-me sobre as minhas respostas.',
  },
  agree: 'Sim, aceito',
  up: 'Mover para cima',
  down: 'Mover para baixo',
  other: 'Outra resposta',
  invalid: {
    email: 'Escreve um endereço de e-mail, como nome@example.com.',
    number: 'Escreve um número.',
    url: 'Escreve um endereço Web, como https://example.com.',
    name: 'Escreve o teu nome.',
    phone: 'Escreve um número de telefone.',
    tick: 'Assinala a caixa para continuar.',
    text: 'Por favor, escreve alguma coisa.',
    other: 'Por favor, escreve a tua resposta.',
  },
  short: count => `Escreve pelo menos ${count} caracteres.`,
  least: count => `Escolhe pelo menos ${count}.`,
  most: count => `Escolhe no máximo ${count}.`,
  range: (from, to) => `Escreve um número de ${from} a ${to}.`,
  left: count =>
    `${count === 1 ? 'Resta' : 'Restam'} ${count.toLocaleString('pt-PT')} ${count === 1 ? 'caráter' : 'caracteres'}`,
} satisfies OtherWords

export default { ...first, ...rest }
