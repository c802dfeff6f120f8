import type { PulsoError } from '../client'
import type { Delivery, Gate } from '../contracts'
import type { Came } from './came'
import type { Problem } from './problems'
import type { Row } from './rows'

export const tabs = ['touchpoints', 'events', 'queue', 'configuration'] as const
export type Tab = (typeof tabs)[number]

/** Everything that the inspector shows. */
export interface State {
  version: string
  open: boolean
  side: 'start' | 'end'
  tab: Tab
  /** `isUsable`: the configuration leaves enough of it to be shown. */
  touchpoints: {
    id: string
    when: string
    placement: string
    gates: Gate[]
    isUsable: boolean
    /** What came of the last asking that a trigger has made. */
    last?: Came
  }[]
  /** The newest first. */
  events: Row[]
  /** Event names that the configuration listens to. */
  names: string[]
  queue: {
    pending: number
    refused: Awaited<ReturnType<Delivery['refused']>>
    /** The newest first. */
    told: { number: number; at: number; name: string; detail: string }[]
  }
  problems: Problem[]
  warnings: Pick<PulsoError, 'code' | 'message'>[]
  visitor: { id: string; visits: number | undefined; optedOut: boolean }
  /** The visitor can be remembered again. */
  canUndo: boolean
  /** What an action has come to. */
  said: string
  /** What is wrong with the properties of an event to simulate. */
  wrong: string
}

/** What can be done. None of it throws. */
export interface Actions {
  toggle(): void
  move(): void
  close(): void
  pick(tab: Tab): void
  show(id: string): void
  forget(): void
  undo(): void
  simulate(name: string, properties: string): void
  retry(id: string): void
  flush(): void
}

export interface Shown {
  state: State
  actions: Actions
}
