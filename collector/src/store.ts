import type { Response } from '../../src/schema'

/** How many responses gave one NPS answer at one touchpoint and stage. */
export interface NpsCount {
  touchpoint: string
  stage: string | null
  /** 0 to 10. */
  value: number
  count: number
  /** When the newest of them was given, as ISO 8601 in UTC. */
  lastAt: string
}

/** Something a respondent wrote. */
export interface Comment {
  /** The response's id and the question's, unique over all comments. */
  key: string
  text: string
  /** The NPS answer of the same response. */
  nps: number | null
  touchpoint: string
  locale: string
  /** When it was written, as ISO 8601 in UTC; never later than it was received. */
  at: string
}

/**
 * Where responses are kept. It holds one state for each response id, the highest revision it was given, so repeats
 * and disorder on the way change nothing.
 */
export interface Store {
  /**
   * Keeps all of the responses or, when it throws, none. Once it resolves they survive a crash of the machine.
   * Returns how many changed what was stored: a revision that is not newer is passed over.
   */
  save(responses: readonly Response[], receivedAt: Date): Promise<number>
  /** The NPS answers, counted. */
  npsCounts(): Promise<NpsCount[]>
  /** The newest comments, at most `limit`, newest first. */
  comments(limit: number): Promise<Comment[]>
  /** How many responses hold a comment. */
  commented(): Promise<number>
  /** Finishes what is under way and lets go of the database. */
  close(): Promise<void>
}
