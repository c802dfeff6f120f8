import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'Geri bildiriminiz için teşekkür ederiz!',
  close: 'Kapat',
  tab: 'Geri bildirim',
  survey: 'Geri bildirim anketi',
  dir: 'ltr',
  code: 'tr',
  nps: {
    title: '{brand} markasını bir arkadaşınıza veya iş arkadaşınıza tavsiye etme olasılığınız nedir?',
    low: 'Hiç olası değil',
    high: 'Son derece olası',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'Bir daha sorma',
  unsent: 'Yanıtınız gönderilene kadar lütfen bu sayfayı açık tutun.',
  back: 'Geri',
  next: 'İleri',
  submit: 'Gönder',
  skip: 'Atla',
  optional: 'isteğe bağlı',
  required: 'Lütfen birini seçin.',
  csat: {
    title: 'Deneyiminizden ne kadar memnunsunuz?',
    low: 'Hiç memnun değilim',
    high: 'Çok memnunum',
  },
  ces: {
    title: '{brand} istediğimi yapmamı kolaylaştırdı.',
    low: 'Kesinlikle katılmıyorum',
    high: 'Kesinlikle katılıyorum',
  },
  stars: { title: 'Deneyiminizi nasıl değerlendirirsiniz?', low: 'Kötü', high: 'Mükemmel' },
  feelings: ['Çok kötü', 'Kötü', 'Orta', 'İyi', 'Çok iyi'],
  thumbs: { title: 'Bu size yardımcı oldu mu?', up: 'Evet', down: 'Hayır' },
  why: 'Nedenini bizimle paylaşır mısınız?',
  feedback: 'Bize ne söylemek istersiniz?',
  contact: {
    title: 'Size nasıl ulaşabiliriz?',
    name: 'Ad',
    email: 'E-posta',
    phone: 'Telefon',
    consent: 'Yanıtlarım hakkında benimle iletişime geçebilirsiniz.',
  },
  agree: 'Evet, kabul ediyorum',
  up: 'Yukarı taşı',
  down: 'Aşağı taşı',
  other: 'Diğer',
  invalid: {
    email: 'Bir e-posta adresi girin, örneğin ad@example.com.',
    number: 'Bir sayı girin.',
    url: 'Bir web adresi girin, örneğin https://example.com.',
    name: 'Adınızı girin.',
    phone: 'Bir telefon numarası girin.',
    tick: 'Devam etmek için kutuyu işaretleyin.',
    text: 'Lütfen bir şey yazın.',
    other: 'Lütfen ne olduğunu yazın.',
  },
  short: count => `En az ${count} karakter yazın.`,
  least: count => `En az ${count} seçenek seçin.`,
  most: count => `En fazla ${count} seçenek seçin.`,
  range: (from, to) => `${from} ile ${to} arasında bir sayı girin.`,
  left: count => `${count.toLocaleString('tr')} karakter kaldı`,
} satisfies OtherWords

export default { ...first, ...rest }
