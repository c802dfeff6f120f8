import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'Obrigado pelo seu feedback!',
  close: 'Fechar',
  tab: 'Feedback',
  survey: 'Pesquisa de opinião',
  dir: 'ltr',
  code: 'pt-BR',
  nps: {
    title: 'Qual a probabilidade de você recomendar {brand} a um amigo ou colega?',
    low: 'Nada provável',
    high: 'Extremamente provável',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'Não perguntar novamente',
  unsent: 'Por favor, deixe esta página aberta até que a sua resposta seja enviada.',
  back: 'Voltar',
  next: 'Avançar',
  submit: 'Enviar',
  skip: 'Pular',
  optional: 'opcional',
  required: 'Por favor, escolha uma opção.',
  csat: {
    title: 'Qual é o seu nível de satisfação com a sua experiência?',
    low: 'Muito insatisfeito',
    high: 'Muito satisfeito',
  },
  ces: {
    title: '{brand} facilitou fazer o que eu queria.',
    low: 'Discordo totalmente',
    high: 'Concordo totalmente',
  },
  stars: { title: 'Como você avalia a sua experiência?', low: 'Ruim', high: 'Excelente' },
  feelings: ['Muito ruim', 'Ruim', 'Regular', 'Bom', 'Muito bom'],
  thumbs: { title: 'Isso foi útil?', up: 'Sim', down: 'Não' },
  why: 'Quer nos contar o motivo?',
  feedback: 'O que você gostaria de nos dizer?',
  contact: {
    title: 'Como podemos falar com você?',
    name: 'Nome',
    email: 'E-mail',
    phone: 'Telefone',
    consent: 'Vocês podem entrar em contato comigo sobre as minhas respostas.',
  },
  agree: 'Sim, concordo',
  up: 'Mover para cima',
  down: 'Mover para baixo',
  other: 'Outra resposta',
  invalid: {
    email: 'Digite um e-mail, como nome@example.com.',
    number: 'Digite um número.',
    url: 'Digite um endereço da web, como https://example.com.',
    name: 'Digite seu nome.',
    phone: 'Digite um número de telefone.',
    tick: 'Marque a caixa para continuar.',
    text: 'Por favor, escreva algo.',
    other: 'Por favor, escreva sua resposta.',
  },
  short: count => `Escreva pelo menos ${count} caracteres.`,
  least: count => `Escolha pelo menos ${count}.`,
  most: count => `Escolha no máximo ${count}.`,
  range: (from, to) => `Digite um número de ${from} a ${to}.`,
  left: count => {
    const text = new Intl.PluralRules('pt-BR').select(count) === 'one' ? 'Resta # caractere' : 'Restam # caracteres'
    return text.replace('#', count.toLocaleString('pt-BR'))
  },
} satisfies OtherWords

export default { ...first, ...rest }
