import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: '感谢您的反馈！',
  close: '关闭',
  tab: '反馈',
  survey: '反馈调查',
  dir: 'ltr',
  code: 'zh-Hans',
  nps: {
    title: '您有多大可能向朋友或同事推荐{brand}？',
    low: '完全不可能',
    high: '极有可能',
  },
} satisfies FirstWords

export const rest = {
  optOut: '不再询问',
  unsent: '请保持此页面打开，直到您的回答发送完毕。',
  back: '返回',
  next: '下一步',
  submit: '提交',
  skip: '跳过',
  optional: '选填',
  required: '请选择一项。',
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
  contact: {
    title: '我们如何与您联系？',
    name: '姓名',
    email: '电子邮箱',
    phone: '电话',
    consent: '可以就我的回答与我联系。',
  },
  agree: '是，我同意',
  up: '上移',
  down: '下移',
  other: '其他',
  invalid: {
    email: '请输入电子邮件地址，例如 name@example.com。',
    number: '请输入数字。',
    url: '请输入网址，例如 https://example.com。',
    name: '请输入姓名。',
    phone: '请输入电话号码。',
    tick: '请勾选此框以继续。',
    text: '请输入内容。',
    other: '请具体说明。',
  },
  short: count => `请至少输入 ${count} 个字符。`,
  least: count => `请至少选择 ${count} 项。`,
  most: count => `最多选择 ${count} 项。`,
  range: (from, to) => `请输入 ${from} 到 ${to} 之间的数字。`,
  left: count => `还可输入 ${count.toLocaleString('zh-Hans')} 个字符`,
} satisfies OtherWords

export default { ...first, ...rest }
