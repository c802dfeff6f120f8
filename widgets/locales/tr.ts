import type { Locale } from '../../src/contracts'

export default {
  code: 'tr',
  dir: 'ltr',
  survey: 'Geri bildirim anketi',
  close: 'Kapat',
  back: 'Geri',
  next: 'İleri',
  submit: 'Gönder',
  skip: 'Atla',
  optional: 'isteğe bağlı',
  required: 'Lütfen bu soruyu yanıtlayın.',
  thanks: 'Geri bildiriminiz için teşekkür ederiz!',
  nps: {
    title: '{brand} markasını bir arkadaşınıza veya iş arkadaşınıza tavsiye etme olasılığınız nedir?',
    low: 'Hiç olası değil',
    high: 'Son derece olası',
  },
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
  other: 'Diğer',
  invalid: {
    email: 'Bir e-posta adresi girin, örneğin ad@example.com.',
    number: 'Bir sayı girin.',
    url: 'Bir web adresi girin, örneğin https://example.com.',
  },
  left: count => `${count.toLocaleString('tr')} karakter kaldı`,
} satisfies Locale
