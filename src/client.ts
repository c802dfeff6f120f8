import { dataLayer } from './adapters/data-layer'
import { type Options, readConfig, readTouchpoint } from './config'
import type {
  Asking,
  Delivery,
  DeliveryDetails,
  DeliveryEvents,
  Gate,
  JourneyEvent,
  Load,
  Response,
  Stop,
  User,
} from './contracts'
import { define } from './element'
import { decide } from './eligibility/decide'
import { createVisitor } from './eligibility/visitor'
import { createEmitter } from './emitter'
import { createEnv } from './env'
import { createKeeper } from './keeper'
import { createPresenter } from './presenter'
import type { Consent } from './schema'
import { stringify } from './stringify'
import { event } from './triggers/event'

/** Something that went wrong without the visitor noticing. */
export interface PulsoError {
  /** A short name, the same in the console's warning. */
  code: string
  /** How to mend it, or what was being done. */
  message: string
  /** The record that it is about. */
  id?: string
  cause?: unknown
}

/** What `pulso.on` can be asked for. */
export interface PulsoEvents extends Omit<DeliveryDetails, 'error'> {
  /** About to be shown; a handler that returns false keeps it from the page, uncounted. */
  'before-show': Response
  shown: Response
  /** One more question was answered. */
  answered: Response
  completed: Response
  /** Closed unanswered. */
  dismissed: Response
  /** A journey event, from `track` or from a source. */
  track: JourneyEvent
  error: PulsoError
}

/** The client. No method throws. */
export interface Pulso {
  /** Says that something happened on the customer's journey. */
  track(name: string, properties?: Record<string, unknown>): void
  /**
   * Shows a touchpoint, a survey of the configuration or a preset now, if eligibility allows it; `force` asks in any
   * case. `into` (an element or a selector) places it inline. Resolves with whether it was shown.
   */
  show(id: string, options?: Pick<Asking, 'into' | 'force'>): Promise<boolean>
  /** Takes every survey off the page. */
  dismiss(): void
  /** Says who the visitor is. It travels on responses; texts of a survey may name the traits: `{{user.name|there}}`. */
  identify(userId: string, traits?: Record<string, unknown>): void
  /** Every eligibility gate's word on a touchpoint, in order: why it is shown now, or why not. */
  explain(touchpointId: string): Gate[]
  /** Subscribes to an event; returns the way to stop. */
  on<Name extends keyof PulsoEvents>(name: Name, handler: (detail: PulsoEvents[Name]) => unknown): Stop
  /** `pending` holds answers in memory, `granted` keeps and sends them, `denied` forgets them and asks no more. */
  setConsent(consent: Consent): void
  /** How many responses wait for delivery. */
  pending(): Promise<number>
  /** The responses that the endpoint has refused for good. They stay on the device. */
  refused: Delivery['refused']
  /** Tries a refused one again, once the endpoint has been mended; resolves with whether there was one of that id. */
  retry: Delivery['retry']
  /** Tries to deliver what waits; resolves when nothing more can be done for now. */
  flush(): Promise<void>
  /** Stops everything and leaves the page as it was. What is stored stays stored. */
  destroy(): void
}

/** Joins the parts. What cannot be used of the configuration is named in a console warning. */
export function createClient(config: Options, load: Load): Pulso {
  const { on, emit } = createEmitter<PulsoEvents>()
  const fail = (code: string, message: string, cause?: unknown) => emit('error', { code, message, cause })
  const env = createEnv(window, cause => fail('internal', `${cause}`, cause), config?.privacy?.storage === false)
  const told = new Set<string>()
  const warn = (code: string, fix: string) => {
    const line = `[pulso] ${code}: ${fix}`
    if (told.has(line)) return
    told.add(line)
    console.warn(line)
    env.after(0, () => fail(code, fix)) // later, so that whoever subscribes right after creation hears of it
  }
  const settings = readConfig(config, warn)
  const keeper = createKeeper(env, settings, load, emit as DeliveryEvents)
  const mayStore = () => keeper.consent() === 'granted'
  const visitor = createVisitor(env, mayStore)

  let user: User | undefined

  const judge = ({ touchpoint, event, into }: Asking) => {
    const { governor } = settings
    const context = {
      governor,
      event,
      consent: keeper.consent(),
      inSession: visitor.inSession(),
      busy: presenter.busy(),
      stands: !!into || touchpoint.stands,
    }
    return decide(touchpoint, visitor.read(), context, env.now())
  }
  const find = (id: string, into?: Asking['into']) =>
    settings.touchpoints.find(touchpoint => touchpoint.id === id) ??
    readTouchpoint({ id, survey: id, placement: { kind: into ? 'inline' : 'popover' } }, settings.surveys, warn)
  const presenter = createPresenter({
    env,
    settings,
    visitor,
    load,
    decide: judge,
    find,
    user: () => user,
    mayStore,
    save: keeper.save,
    emit,
    on,
    warn,
    fail,
  })

  const stops = [presenter.stop, keeper.stop]
  const world = { env, onEvent: (handler: (event: JourneyEvent) => void) => on('track', handler) }
  for (const touchpoint of settings.touchpoints) {
    const fire = (event: JourneyEvent) => {
      stops.push(env.after(touchpoint.delayMs, () => presenter.show({ touchpoint, event })))
    }
    for (const options of touchpoint.on) stops.push(event(options, fire, world))
    if (touchpoint.stands && !touchpoint.on.length) presenter.show({ touchpoint })
  }
  presenter.resume()
  if (settings.sources.includes('dataLayer')) stops.push(dataLayer(env, event => emit('track', event)))

  const pulso: Pulso = {
    on,
    track: (name, properties) => void emit('track', { name, properties: properties ?? {} }),
    async show(id, options) {
      const touchpoint = find(id, options?.into)
      return !!touchpoint && presenter.show({ touchpoint, ...options })
    },
    dismiss: presenter.dismiss,
    identify(id, traits = {}) {
      try {
        user = JSON.parse(stringify({ id: `${id}`, traits }))
      } catch {
        warn('bad-identify', 'it must be JSON')
      }
    },
    explain(id) {
      const touchpoint = settings.touchpoints.find(touchpoint => touchpoint.id === id)
      return touchpoint ? judge({ touchpoint }) : [{ gate: 'touchpoint', pass: false, reason: 'unknown' }]
    },
    setConsent(consent) {
      keeper.setConsent(consent)
      if (consent === 'granted') visitor.save()
      if (consent === 'denied') {
        presenter.dismiss()
        visitor.forget()
      }
    },
    pending: keeper.pending,
    refused: keeper.refused,
    retry: keeper.retry,
    flush: keeper.flush,
    destroy() {
      for (const stop of stops) stop()
    },
  }
  define(env.window, pulso)
  return pulso
}
