import type { Survey } from '../src/contracts'

/** Complete surveys that one word stands for. Their wordings are the visitor's language's own. */
export const presets: Record<string, Survey> = {
  nps: {
    questions: [
      { id: 'nps', kind: 'nps' },
      { id: 'why', kind: 'text', optional: true },
    ],
  },
}
