import type { FirstWords, OtherWords } from '../../src/contracts'

/** By the plural forms of Intl.PluralRules. */
const left: Record<string, string> = {
  one: 'Pozostał # znak',
  few: 'Pozostały # znaki',
  many: 'Pozostało # znaków',
  other: 'Pozostało # znaku',
}

export const first = {
  thanks: 'Dziękujemy za opinię!',
  close: 'Zamknij',
  tab: 'Opinia',
  survey: 'Ankieta satysfakcji',
  dir: 'ltr',
  code: 'pl',
  nps: {
    title: 'Jak bardzo prawdopodobne jest, że poleci Pan/Pani markę {brand} znajomym lub współpracownikom?',
    low: 'Zupełnie nieprawdopodobne',
    high: 'Niezwykle prawdopodobne',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'Nie pytaj więcej',
  unsent: 'Proszę nie zamykać tej strony, dopóki odpowiedź nie zostanie wysłana.',
  back: 'Wstecz',
  next: 'Dalej',
  submit: 'Wyślij',
  skip: 'Pomiń',
  optional: 'opcjonalnie',
  required: 'Proszę wybrać odpowiedź.',
  csat: {
    title: 'Jak ocenia Pan/Pani swoje zadowolenie z tego doświadczenia?',
    low: 'Bardzo niezadowolony(-a)',
    high: 'Bardzo zadowolony(-a)',
  },
  ces: {
    title: 'Marka {brand} ułatwiła mi załatwienie mojej sprawy.',
    low: 'Zdecydowanie się nie zgadzam',
    high: 'Zdecydowanie się zgadzam',
  },
  stars: { title: 'Jak ocenia Pan/Pani to doświadczenie?', low: 'Słabe', high: 'Doskonałe' },
  feelings: ['Bardzo źle', 'Źle', 'Średnio', 'Dobrze', 'Bardzo dobrze'],
  thumbs: { title: 'Czy to było pomocne?', up: 'Tak', down: 'Nie' },
  why: 'Czy chce Pan/Pani powiedzieć nam dlaczego?',
  feedback: 'Co chce nam Pan/Pani powiedzieć?',
  contact: {
    title: 'Jak możemy się z Panem/Panią skontaktować?',
    name: 'Imię i nazwisko',
    email: 'E-mail',
    phone: 'Telefon',
    consent: 'Zgadzam się na kontakt w sprawie moich odpowiedzi.',
  },
  agree: 'Tak, zgadzam się',
  up: 'W górę',
  down: 'W dół',
  other: 'Inne',
  invalid: {
    email: 'Proszę podać adres e-mail, np. nazwa@example.com.',
    number: 'Proszę podać liczbę.',
    url: 'Proszę podać adres strony, np. https://example.com.',
    name: 'Proszę podać imię i nazwisko.',
    phone: 'Proszę podać numer telefonu.',
    tick: 'Proszę zaznaczyć pole, aby przejść dalej.',
    text: 'Proszę wpisać odpowiedź.',
    other: 'Proszę wpisać własną odpowiedź.',
  },
  short: count => `Minimalna liczba znaków: ${count}.`,
  least: count => `Proszę wybrać co najmniej ${count}.`,
  most: count => `Proszę wybrać najwyżej ${count}.`,
  range: (from, to) => `Proszę podać liczbę od ${from} do ${to}.`,
  left: count => left[new Intl.PluralRules('pl').select(count)]!.replace('#', count.toLocaleString('pl')),
} satisfies OtherWords

export default { ...first, ...rest }
