import type { Locale } from '../../src/contracts'

export default {
  code: 'ja',
  dir: 'ltr',
  survey: 'ご意見アンケート',
  close: '閉じる',
  back: '戻る',
  next: '次へ',
  submit: '送信',
  skip: 'スキップ',
  optional: '任意',
  required: 'この質問にお答えください。',
  thanks: 'ご回答ありがとうございました。',
  nps: {
    title: '{brand}を友人や同僚にすすめる可能性はどのくらいありますか？',
    low: 'まったくすすめたくない',
    high: '非常にすすめたい',
  },
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
  other: 'その他',
  invalid: {
    email: 'メールアドレスを入力してください（例：name@example.com）。',
    number: '数値を入力してください。',
    url: 'URLを入力してください（例：https://example.com）。',
  },
  left: count => `残り${count.toLocaleString('ja')}文字`,
} satisfies Locale
