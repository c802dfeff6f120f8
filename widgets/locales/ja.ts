import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: 'ご回答ありがとうございました。',
  close: '閉じる',
  tab: 'ご意見',
  survey: 'ご意見アンケート',
  dir: 'ltr',
  code: 'ja',
  nps: {
    title: '{brand}を友人や同僚にすすめる可能性はどのくらいありますか？',
    low: 'まったくすすめたくない',
    high: '非常にすすめたい',
  },
} satisfies FirstWords

export const rest = {
  optOut: '今後は表示しない',
  unsent: '回答が送信されるまで、このページを開いたままにしてください。',
  back: '戻る',
  next: '次へ',
  submit: '送信',
  skip: 'スキップ',
  optional: '任意',
  required: 'ひとつ選んでください。',
  csat: {
    title: '今回の体験にどの程度満足していますか？',
    low: 'とても不満',
    high: 'とても満足',
  },
  ces: {
    title: '{brand}のおかげで、目的を簡単に達成できた。',
    low: 'まったくそう思わない',
    high: '非常にそう思う',
  },
  stars: { title: '今回の体験をどのように評価しますか？', low: '悪い', high: '非常に良い' },
  feelings: ['とても悪い', '悪い', '普通', '良い', 'とても良い'],
  thumbs: { title: 'お役に立ちましたか？', up: 'はい', down: 'いいえ' },
  why: 'よろしければ理由をお聞かせください',
  feedback: 'ご意見・ご感想をお聞かせください',
  contact: {
    title: 'ご連絡先を教えてください',
    name: 'お名前',
    email: 'メールアドレス',
    phone: '電話番号',
    consent: '回答について連絡を受けることに同意します。',
  },
  agree: '同意します',
  up: '上へ移動',
  down: '下へ移動',
  other: 'その他',
  invalid: {
    email: 'メールアドレスを入力してください（例：name@example.com）。',
    number: '数値を入力してください。',
    url: 'URLを入力してください（例：https://example.com）。',
    name: 'お名前を入力してください。',
    phone: '電話番号を入力してください。',
    tick: 'チェックを入れてください。',
    text: 'ご記入ください。',
    other: '内容をご記入ください。',
  },
  short: count => `${count}文字以上で入力してください。`,
  least: count => `${count}個以上選んでください。`,
  most: count => `選べるのは${count}個までです。`,
  range: (from, to) => `${from}から${to}までの数値を入力してください。`,
  left: count => `残り${count.toLocaleString('ja')}文字`,
} satisfies OtherWords

export default { ...first, ...rest }
