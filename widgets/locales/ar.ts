import type { FirstWords, OtherWords } from '../../src/contracts'

/** By the plural forms of Intl.PluralRules. */
const left: Record<string, string> = {
  zero: 'لم يتبقَّ أي حرف',
  one: 'يتبقى حرف واحد',
  two: 'يتبقى حرفان',
  few: 'تتبقى # أحرف',
  many: 'يتبقى # حرفًا',
  other: 'يتبقى # حرف',
}

export const first = {
  thanks: 'شكرًا على ملاحظاتك!',
  close: 'إغلاق',
  tab: 'رأيك',
  survey: 'استطلاع رأي',
  dir: 'rtl',
  code: 'ar',
  nps: {
    title: 'ما مدى احتمال أن توصي بـ\u00a0\u2068{brand}\u2069 لصديق أو زميل؟',
    low: 'غير محتمل إطلاقًا',
    high: 'محتمل للغاية',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'لا تسألني مرة أخرى',
  unsent: 'يرجى إبقاء هذه الصفحة مفتوحة حتى يتم إرسال إجابتك.',
  back: 'رجوع',
  next: 'التالي',
  submit: 'إرسال',
  skip: 'تخطٍّ',
  optional: 'اختياري',
  required: 'يرجى اختيار إجابة واحدة.',
  csat: {
    title: 'ما مدى رضاك عن تجربتك؟',
    low: 'غير راضٍ تمامًا',
    high: 'راضٍ تمامًا',
  },
  ces: {
    title: 'سهّلت عليّ \u2068{brand}\u2069 إنجاز ما أردته.',
    low: 'لا أوافق بشدة',
    high: 'أوافق بشدة',
  },
  stars: { title: 'كيف تقيّم تجربتك؟', low: 'سيئة', high: 'ممتازة' },
  feelings: ['سيئ جدًا', 'سيئ', 'متوسط', 'جيد', 'جيد جدًا'],
  thumbs: { title: 'هل كان هذا مفيدًا؟', up: 'نعم', down: 'لا' },
  why: 'هل تود إخبارنا بالسبب؟',
  feedback: 'ماذا تود أن تخبرنا؟',
  contact: {
    title: 'كيف يمكننا التواصل معك؟',
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    phone: 'الهاتف',
    consent: 'يمكنكم التواصل معي بشأن إجاباتي.',
  },
  agree: 'نعم، أوافق',
  up: 'نقل لأعلى',
  down: 'نقل لأسفل',
  other: 'أخرى',
  invalid: {
    email: 'يرجى إدخال عنوان بريد إلكتروني، مثل name@example.com.',
    number: 'يرجى إدخال رقم.',
    url: 'يرجى إدخال عنوان موقع إلكتروني، مثل https://example.com.',
    name: 'يرجى إدخال اسمك.',
    phone: 'يرجى إدخال رقم هاتف.',
    tick: 'يرجى تحديد المربع للمتابعة.',
    text: 'يرجى كتابة شيء ما.',
    other: 'يرجى كتابة ما تقصده.',
  },
  short: count => `الحد الأدنى لعدد الأحرف: ${count}.`,
  least: count => `الحد الأدنى للاختيارات: ${count}.`,
  most: count => `الحد الأقصى للاختيارات: ${count}.`,
  range: (from, to) => `أدخل رقمًا من ${from} إلى ${to}.`,
  left: count => left[new Intl.PluralRules('ar').select(count)]!.replace('#', count.toLocaleString('ar-u-nu-latn')),
} satisfies OtherWords

export default { ...first, ...rest }
