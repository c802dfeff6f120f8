import type { Locale } from '../../src/contracts'

export default {
  code: 'zh-Hans',
  dir: 'ltr',
  survey: '反馈调查',
  close: '关闭',
  back: '返回',
  next: '下一步',
  submit: '提交',
  skip: '跳过',
  optional: '选填',
  required: '请回答此问题。',
  thanks: '感谢您的反馈！',
  nps: {
    title: '您有多大可能向朋友或同事推荐{brand}？',
    low: '完全不可能',
    high: '极有可能',
  },
  csat: {
    title: '您对此次体验的满意程度如何？',
    low: '非常不满意',
    high: '非常满意',
  },
  ces: {
    title: '{brand}让我轻松办妥了想做的事。',
    low: '非常不同意',
    high: '非常同意',
  },
  stars: { title: '您如何评价此次体验？', low: '很差', high: '非常好' },
  feelings: ['非常不满意', '不满意', '一般', '满意', '非常满意'],
  thumbs: { title: '这对您有帮助吗？', up: '是', down: '否' },
  why: '愿意告诉我们原因吗？',
  feedback: '您想告诉我们什么？',
  other: '其他',
  invalid: {
    email: '请输入电子邮件地址，例如 name@example.com。',
    number: '请输入数字。',
    url: '请输入网址，例如 https://example.com。',
  },
  left: count => `还可输入 ${count.toLocaleString('zh-Hans')} 个字符`,
} satisfies Locale
