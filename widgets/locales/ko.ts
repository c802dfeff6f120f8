import type { FirstWords, OtherWords } from '../../src/contracts'

export const first = {
  thanks: '소중한 의견 감사합니다!',
  close: '닫기',
  tab: '의견',
  survey: '의견 설문조사',
  dir: 'ltr',
  code: 'ko',
  nps: {
    title: '{brand} 브랜드를 친구나 동료에게 추천할 의향이 얼마나 있으신가요?',
    low: '전혀 없음',
    high: '매우 많음',
  },
} satisfies FirstWords

export const rest = {
  optOut: '다시 묻지 않기',
  unsent: '답변이 전송될 때까지 이 페이지를 열어 두세요.',
  back: '이전',
  next: '다음',
  submit: '제출',
  skip: '건너뛰기',
  optional: '선택',
  required: '하나를 선택해 주세요.',
  csat: {
    title: '이번 경험에 얼마나 만족하셨나요?',
    low: '매우 불만족',
    high: '매우 만족',
  },
  ces: {
    title: '{brand} 덕분에 원하는 일을 쉽게 처리할 수 있었습니다.',
    low: '전혀 동의하지 않음',
    high: '매우 동의함',
  },
  stars: { title: '이번 경험을 어떻게 평가하시나요?', low: '나쁨', high: '매우 좋음' },
  feelings: ['매우 나쁨', '나쁨', '보통', '좋음', '매우 좋음'],
  thumbs: { title: '도움이 되었나요?', up: '예', down: '아니요' },
  why: '이유를 알려 주시겠어요?',
  feedback: '어떤 의견을 들려주고 싶으신가요?',
  contact: {
    title: '어떻게 연락드리면 될까요?',
    name: '이름',
    email: '이메일',
    phone: '전화번호',
    consent: '제 답변과 관련하여 연락을 받는 데 동의합니다.',
  },
  agree: '네, 동의합니다',
  up: '위로 이동',
  down: '아래로 이동',
  other: '기타',
  invalid: {
    email: '이메일 주소를 입력해 주세요(예: name@example.com).',
    number: '숫자를 입력해 주세요.',
    url: '웹 주소를 입력해 주세요(예: https://example.com).',
    name: '이름을 입력해 주세요.',
    phone: '전화번호를 입력해 주세요.',
    tick: '계속하려면 상자를 선택해 주세요.',
    text: '내용을 입력해 주세요.',
    other: '어떤 것인지 입력해 주세요.',
  },
  short: count => `${count}자 이상 입력해 주세요.`,
  least: count => `${count}개 이상 선택해 주세요.`,
  most: count => `최대 ${count}개까지 선택해 주세요.`,
  range: (from, to) => `${from}에서 ${to} 사이의 숫자를 입력해 주세요.`,
  left: count => `남은 글자 수: ${count.toLocaleString('ko')}`,
} satisfies OtherWords

export default { ...first, ...rest }
