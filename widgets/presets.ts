import type { Question, Survey } from '../src/contracts'

const why: Question = { id: 'why', kind: 'text', optional: true }
const scored = (kind: 'nps' | 'csat' | 'ces' | 'stars'): Survey => ({ questions: [{ id: kind, kind }, why] })

/** Complete surveys that one word stands for. Their wordings are the visitor's language's own. */
export const presets: Record<string, Survey> = {
  nps: scored('nps'),
  csat: scored('csat'),
  ces: scored('ces'),
  stars: scored('stars'),
  feedback: { questions: [{ id: 'feedback', kind: 'text' }] },
}
