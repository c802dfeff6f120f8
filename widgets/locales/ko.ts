import type { Locale } from '../../src/contracts'

export default {
  code: 'ko',
  dir: 'ltr',
  survey: '의견 설문조사',
  close: '닫기',
  back: '이전',
  next: '다음',
  submit: '제출',
  skip: '건너뛰기',
  optional: '선택',
  required: '이 질문에 답해 주세요.',
  thanks: '소중한 의견 감사합니다!',
  nps: {
    title: '{brand} 브랜드를 친구나 동료에게 추천할 의향이 얼마나 있으신가요?',
    low: '전혀 없음',
    high: '매우 많음',
  },
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
  other: '기타',
  invalid: {
    email: '이메일 주소를 입력해 주세요(예: name@example.com).',
    number: '숫자를 입력해 주세요.',
    url: '웹 주소를 입력해 주세요(예: https://example.com).',
  },
  left: count => `남은 글자 수: ${count.toLocaleString('ko')}`,
} satisfies Locale
