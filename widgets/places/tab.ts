import type { Exposure, ExposureEvents, ExposureHandle, Placement, SurveyEvents } from '../../src/contracts'
import { colour, type Wear } from '../theme/dress'
import { say } from '../wording'
import { contrast } from './contrast'

export type TabPlacement = Extract<Placement, { kind: 'tab' }>

/** A button at the side of the window. Whoever presses it has asked to be asked, so no rule of patience applies. */
export function tab(
  { locale, touchpoint, user, force, settings }: Exposure,
  { side = 'end', label }: TabPlacement,
  brand: string,
  again: ExposureEvents['again'],
  dress: Wear,
  warn: SurveyEvents['warn'],
): ExposureHandle {
  const host = document.createElement('div')
  // Whoever gives the focus back has the host alone.
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true })
  const button = document.createElement('button')
  host.dataset.pulso = `tab-${side}`
  host.dir = locale.dir
  host.style.setProperty('direction', locale.dir, 'important')
  button.lang = locale.code
  button.type = 'button'
  button.className = 'tab'
  button.setAttribute('part', 'tab')
  const words = say(label, {
    values: { user: user?.traits },
    holds: condition => !condition,
    language: locale.code,
    brand,
  })
  button.textContent = words || locale.tab
  colour(host, settings.config.theme)
  const open = () => again({ touchpoint: { ...touchpoint, placement: { kind: 'popover', corner: `bottom-${side}` } } })
  button.onclick = open
  dress(root, window, settings.config.nonce)()
  root.append(button)
  // Whoever insists has pressed it, as it were.
  if (force) open()
  else document.documentElement.append(host)
  host.setAttribute('popover', 'manual')
  try {
    host.showPopover()
  } catch {}
  const stop = contrast({ host, card: button, view: window, warn })
  const drop = () => {
    stop()
    host.remove()
  }
  return {
    asks: id => id === touchpoint.id,
    floats: false,
    drop,
    close: drop,
    leave: () => undefined,
    isThere: () => host.isConnected,
  }
}
