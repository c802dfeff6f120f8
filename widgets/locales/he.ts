import type { FirstWords, OtherWords } from '../../src/contracts'

/** By the plural forms of Intl.PluralRules. */
const left: Record<string, string> = {
  one: 'נותר תו אחד',
  two: 'נותרו שני תווים',
  other: 'נותרו # תווים',
}

export const first = {
  thanks: 'תודה על המשוב!',
  close: 'סגירה',
  tab: 'משוב',
  survey: 'סקר משוב',
  dir: 'rtl',
  code: 'he',
  nps: {
    title: 'מה הסבירות שתמליצו על \u2068{brand}\u2069 לחבר או לעמית?',
    low: 'לא סביר בכלל',
    high: 'סביר מאוד',
  },
} satisfies FirstWords

export const rest = {
  optOut: 'אל תשאלו אותי שוב',
  unsent: 'נא להשאיר דף זה פתוח עד שהתשובה תישלח.',
  back: 'הקודם',
  next: 'הבא',
  submit: 'שליחה',
  skip: 'דילוג',
  optional: 'לא חובה',
  required: 'נא לבחור תשובה אחת.',
  csat: {
    title: 'עד כמה אתם מרוצים מהחוויה שלכם?',
    low: 'מאוד לא מרוצים',
    high: 'מרוצים מאוד',
  },
  ces: {
    title: '\u2068{brand}\u2069 עזרו לי לעשות בקלות את מה שרציתי.',
    low: 'מאוד לא מסכים/ה',
    high: 'מסכים/ה מאוד',
  },
  stars: { title: 'איך תדרגו את החוויה שלכם?', low: 'גרועה', high: 'מצוינת' },
  feelings: ['רע מאוד', 'רע', 'בינוני', 'טוב', 'טוב מאוד'],
  thumbs: { title: 'האם זה עזר לכם?', up: 'כן', down: 'לא' },
  why: 'תרצו לספר לנו למה?',
  feedback: 'מה תרצו לספר לנו?',
  contact: {
    title: 'איך אפשר ליצור איתכם קשר?',
    name: 'שם',
    email: 'דוא״ל',
    phone: 'טלפון',
    consent: 'אפשר ליצור איתי קשר בנוגע לתשובותיי.',
  },
  agree: 'כן, מסכים/ה',
  up: 'העברה למעלה',
  down: 'העברה למטה',
  other: 'אחר',
  invalid: {
    email: 'נא להזין כתובת דוא״ל, למשל name@example.com.',
    number: 'נא להזין מספר.',
    url: 'נא להזין כתובת אתר, למשל https://example.com.',
    name: 'נא להזין שם.',
    phone: 'נא להזין מספר טלפון.',
    tick: 'נא לסמן את התיבה כדי להמשיך.',
    text: 'נא לכתוב משהו.',
    other: 'נא לכתוב למה הכוונה.',
  },
  short: count => `מספר התווים המזערי: ${count}.`,
  least: count => `יש לבחור לפחות ${count}.`,
  most: count => `אפשר לבחור עד ${count}.`,
  range: (from, to) => `נא להזין מספר מ־${from} עד ${to}.`,
  left: count => left[new Intl.PluralRules('he').select(count)]!.replace('#', count.toLocaleString('he')),
} satisfies OtherWords

export default { ...first, ...rest }
