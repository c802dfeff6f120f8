/**
 * Arrives with a survey that stands elsewhere than in a corner, on a narrow screen, or in the page's own colours.
 * @module
 */
import type { Stop, SurveyInput } from '../../src/contracts'
import { contrast } from './contrast'
import { dialog } from './dialog'
import { kiosk } from './kiosk'
import { sheet } from './sheet'

export { css } from './css'
export { tab } from './tab'

/** A survey on screen, as its place sees it. */
export interface PlaceContext {
  host: HTMLElement
  card: HTMLElement
  view: Window & typeof globalThis
  placement: SurveyInput['placement']
  /** The visitor has answered something, or stands elsewhere than at the start. */
  started(): boolean
  leave(by: 'close' | 'timeout'): void
  warn(code: string, fix: string): void
}

/** Makes a drawn survey behave as its place asks. */
export function place(context: PlaceContext): Stop {
  const { kind } = context.placement
  const stops = [contrast(context)]
  if (/popover|sheet|bar/.test(kind)) stops.push(sheet(context))
  if (/modal|page|kiosk/.test(kind)) stops.push(dialog(context))
  if (kind === 'kiosk') stops.push(kiosk(context))
  return () => {
    for (const stop of stops) stop()
  }
}
