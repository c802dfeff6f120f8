import { when } from '../adapters/parts/when'
import type { AdapterOptions, ConsentSource } from '../contracts'

/** What may be said of a consent platform that speaks IAB TCF 2.2. */
export interface TcfOptions extends AdapterOptions {
  /** The purposes that need consent besides 1, which is storage on the device. Default: none. */
  purposes?: number[] | undefined
}

interface TcData {
  gdprApplies?: boolean
  eventStatus?: string
  listenerId?: number
  purpose?: { consents?: Record<string, boolean> }
}
type Heard = (data: TcData, success: boolean) => void
type Api = (command: string, version: 2, heard: Heard, parameter?: unknown) => unknown

/**
 * IAB TCF 2.2. What the visitor has chosen, now or on an earlier visit, decides; that the banner is shown says nothing.
 * Where the GDPR does not apply, it is granted. Inside a frame the page around it is asked.
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md
 */
export const tcf: ConsentSource<TcfOptions> = (
  pulso,
  { purposes = [], window: world = window, global = '__tcfapi' } = {},
) => {
  const local = () => (world as never as Record<string, Api>)[global as string]
  const remote = fromFrame(world)
  let verdict: 'granted' | 'denied' | undefined

  const judge = ({ gdprApplies, eventStatus, purpose }: TcData) => {
    const isDecided = eventStatus === 'tcloaded' || eventStatus === 'useractioncomplete'
    const needed = gdprApplies === false ? [] : isDecided && [1, ...purposes]
    if (!needed) return
    const next = needed.every(one => purpose!.consents![one] === true) ? 'granted' : 'denied'
    if (next === verdict) return
    verdict = next
    pulso.setConsent(next)
  }
  const stop = when(
    world,
    () => local() ?? remote.find(),
    found => {
      let live = true
      let id: number | undefined
      const leave = () => {
        // The stub that took our listener may have gone by now.
        if (id !== undefined) (local() ?? found)('removeEventListener', 2, () => {}, id)
        id = undefined
      }
      found('addEventListener', 2, (data, success) => {
        try {
          if (!success) return
          id = data.listenerId
          if (live) judge(data)
          else leave()
        } catch {} // no TC data
      })
      return () => {
        live = false
        leave()
      }
    },
  )
  return () => {
    stop()
    remote.stop()
  }
}

/** The API of the page around this frame, which is spoken to by messages. */
function fromFrame(world: Window) {
  const calls = new Map<string, Heard>()
  let holder: Window | undefined
  const api: Api = (command, version, heard, parameter) => {
    const callId = `pulso${calls.size}`
    calls.set(callId, heard)
    holder!.postMessage({ __tcfapiCall: { command, version, parameter, callId } }, '*')
  }
  const hear = ({ source, data }: MessageEvent) => {
    if (!holder || source !== holder) return
    try {
      const { __tcfapiReturn: reply } = typeof data === 'string' ? JSON.parse(data) : data
      calls.get(reply.callId)?.(reply.returnValue, reply.success)
    } catch {} // another message
  }
  world.addEventListener('message', hear)
  return {
    find() {
      for (let frame = world; !holder && frame.parent && frame.parent !== frame; ) {
        frame = frame.parent
        try {
          if ((frame.frames as never as Record<string, unknown>).__tcfapiLocator) holder = frame
        } catch {} // of another origin, without one
      }
      return holder && api
    },
    stop: () => world.removeEventListener('message', hear),
  }
}
