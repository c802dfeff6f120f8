import { afterEach, vi } from 'vitest'
import { matches } from '../../src/conditions'
import type { Answer, Survey, SurveyEvents, SurveyInput, Unsent } from '../../src/contracts'
import * as kinds from '../../widgets/kinds'
import { late } from '../../widgets/late'
import en from '../../widgets/locales/en'
import * as more from '../../widgets/more'
import { mount } from '../../widgets/mount'
import * as places from '../../widgets/places'
import * as review from '../../widgets/review'

/** Every part has arrived, as on a second survey. */
Object.assign(late, { more, kinds, places, review })

/** What a test has put on the page goes with it, and does nothing more. */
const standing: { unmount(): void }[] = []
afterEach(() => {
  for (const handle of standing.splice(0)) handle.unmount()
})

/** Puts a survey on a bare page, and hands back what a visitor sees, does and says. */
export function stage(survey: string | Survey, change: Partial<SurveyInput> = {}, more: Partial<SurveyEvents> = {}) {
  const said: [event: string, detail: unknown][] = []
  let settle = (): Promise<Unsent | undefined> => Promise.resolve(undefined)
  const tell = (event: string) => (answers: Answer[]) => {
    said.push([event, answers])
    return settle()
  }
  const input = {
    survey,
    placement: { kind: 'popover' },
    locale: en,
    brand: 'Acme',
    into: document.body,
    matches,
    load: () => Promise.reject(new Error('nothing is left to load')),
    ...change,
  }
  const handle = mount(input as SurveyInput, {
    answer: answers => tell('answer')(answers).then(() => undefined),
    complete: tell('complete'),
    close: by => said.push(['close', by]),
    warn: (code, fix) => said.push(['warn', `${code}: ${fix}`]),
    ...more,
  })
  handle.appear()
  standing.push(handle)
  const host = input.into.lastElementChild as HTMLElement
  const root = host.shadowRoot!
  const all = <E extends HTMLElement>(selector: string) => [...root.querySelectorAll<E>(selector)]
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!
  return {
    host,
    root,
    handle,
    said,
    find,
    all,
    title: () => find('h2').textContent,
    radio: (value: number) => find<HTMLInputElement>(`input[value="${value}"]`),
    field: () => find<HTMLTextAreaElement>('textarea'),
    button: (name: string) =>
      all('button').find(button => (button.getAttribute('aria-label') ?? button.textContent) === name)!,
    focused: () => root.activeElement as HTMLInputElement | null,
    press(key: string, more: KeyboardEventInit = {}) {
      const keyCode = { Enter: 13, Escape: 27 }[key]
      const event = new KeyboardEvent('keydown', {
        key,
        keyCode,
        bubbles: true,
        composed: true,
        cancelable: true,
        ...more,
      })
      ;(root.activeElement ?? document.body).dispatchEvent(event)
      return event
    },
    type(text: string) {
      find<HTMLTextAreaElement>('textarea').value = text
      find('textarea').dispatchEvent(new Event('input', { bubbles: true }))
    },
    /** What the next answers meet when they are to be kept. */
    meet(how: () => Promise<Unsent | undefined>) {
      settle = how
    },
    /** Long enough for an answer to be kept and the next step to come. */
    wait: (ms = 300) => vi.advanceTimersByTimeAsync(ms),
  }
}
