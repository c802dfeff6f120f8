/** One example of each kind of question, by its word. */
export const questions: Record<string, Record<string, unknown> & { kind: string }>
/** Other ways to ask some of them. */
export const variants: Record<string, Record<string, unknown> & { kind: string }>
/** What each kind is, for its page. */
export const about: Record<string, string>
/** A survey that has one of most things. */
export const long: { questions: object[]; endings: object[]; review: object }
