import { nanoid } from 'nanoid'
import { matches } from './conditions'
import { consents, isOneOf, type Options, readConfig, readTouchpoint, type TouchpointSettings } from './config'
import type {
  Asking,
  Delivery,
  DeliveryDetails,
  DeliveryEvents,
  Everything,
  Fire,
  Gate,
  Journey,
  JourneyEvent,
  Load,
  Response,
  Stop,
  User,
} from './contracts'
import { dataLayer } from './data-layer'
import { define } from './element'
import { decide } from './eligibility/decide'
import { createVisitor } from './eligibility/visitor'
import { createEmitter } from './emitter'
import { createEnv } from './env'
import { createKeeper } from './keeper'
import { createPresenter } from './presenter'
import type { Consent } from './schema'
import { copyOf } from './stringify'
import { delay } from './triggers/delay'
import { event } from './triggers/event'
import { page } from './triggers/page'
import { version } from './version'

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
  /** It is on the page. */
  shown: Response
  /** A question was answered, and others may follow. */
  answered: Response
  /** The last was answered; after a way back it may come again, with a higher revision. */
  completed: Response
  /** Closed unanswered. */
  dismissed: Response
  /** A journey event, from `track` or from a source. */
  track: JourneyEvent
  /** Something went wrong that the visitor did not notice. */
  error: PulsoError
}

/** The client. No method throws. */
export interface Pulso {
  /** Says that something happened on the customer's journey. */
  track(name: string, properties?: Record<string, unknown>): void
  /**
   * Shows a touchpoint, a survey of the configuration or a preset now, if eligibility allows it; `force` asks in any
   * case but after a refusal or `optOut`. `into` (an element or a selector) places it inline, `answers` (by question id) are
   * entered already and count once the visitor sends them. Resolves with whether it was shown.
   */
  show(id: string, options?: Pick<Asking, 'into' | 'force' | 'answers'>): Promise<boolean>
  /** Takes every survey off the page, as if the visitor had closed it. */
  dismiss(): void
  /**
   * Says who the visitor is; without an id, nothing. It travels on responses; texts of a survey may name the traits:
   * `{{user.name|there}}`.
   */
  identify(userId: string, traits?: Record<string, unknown>): void
  /** Forgets who the visitor is and what was asked, as after a logout. A wish not to be asked again is kept. */
  reset(): void
  /** Asks this visitor no more, ever; what was answered is still delivered. */
  optOut(): void
  /**
   * Every eligibility gate's word on a touchpoint, in order and in a sentence: why it would be shown now, or why not.
   * Empty when the part that knows could not be fetched.
   */
  explain(touchpointId: string): Promise<Gate[]>
  /** Subscribes to an event; returns the way to stop. */
  on<Name extends keyof PulsoEvents>(name: Name, handler: (detail: PulsoEvents[Name]) => unknown): Stop
  /** `pending` holds answers in memory, `granted` keeps and sends them, `denied` forgets them and asks no more. */
  setConsent(consent: Consent): void
  /** How many records wait for delivery: a response is one for each destination. */
  pending(): Promise<number>
  /** The responses that the endpoint has refused for good. They stay on the device. */
  refused: Delivery['refused']
  /** Tries a refused one again, once the endpoint has been mended; resolves with whether there was one of that id. */
  retry: Delivery['retry']
  /** Tries to deliver what waits; resolves when nothing more can be done for now. */
  flush(): Promise<void>
  /** Stops everything and leaves the page as it was; a survey on screen counts as shown, not as closed. What is stored stays stored. */
  destroy(): void
}

/** So long after a failure the journey's part is fetched again. */
const retryMs = 30_000

/** Joins the parts. What cannot be used of the configuration is named in a console warning. */
export function createClient(config: Options, load: Load): Pulso {
  const { emit, on } = createEmitter<PulsoEvents>()
  const fail = (code: string, message: string, cause?: unknown) => emit('error', { code, message, cause })
  const env = createEnv(window, cause => fail('internal', `${cause}`, cause), config?.privacy?.storage === false)
  const warned = new Set<string>()
  const warn = (code: string, fix: string) => {
    const line = `[pulso] ${code}: ${fix}`
    if (warned.has(line)) return
    warned.add(line)
    console.warn(line)
    env.after(0, () => fail(code, fix)) // later, so that whoever subscribes right after creation hears of it
  }
  const settings = readConfig(config, warn)
  const keeper = createKeeper(env, settings, load, emit as DeliveryEvents, warn)
  const mayStore = () => keeper.consent() === 'granted'
  const visitor = createVisitor(env, mayStore)

  let user: User | undefined
  let journey: Journey | undefined
  let arriving: Promise<Journey> | undefined
  /** The journey's part: at the start where the configuration says more than boot understands, else when somebody asks. */
  const withJourney = () =>
    (arriving ??= load.part('journey').then(
      ({ createJourney }) => (journey = createJourney(parts)),
      cause => {
        arriving = undefined // the next use tries again
        throw cause
      },
    ))
  const { navigation } = window as { navigation?: EventTarget }
  const isRich =
    settings.isRich ||
    /[?&]pulso=/.test(location.search) ||
    (!navigation && settings.touchpoints.some(({ on }) => on.some(one => 'page' in one)))

  /** What the parts know of each other. */
  const parts: Everything = {
    env,
    visitor,
    past: [],
    onEvent: handler => on('track', handler),
    settings,
    load,
    matches,
    decide,
    version,
    emit,
    fail,
    mayStore,
    on,
    newId: nanoid,
    warn,
    kinds: { delay, page, event },
    onNavigate: handler => env.listen(navigation!, 'currententrychange', handler),
    save: keeper.save,
    user: () => user ?? visitor.read().user,
    way: () => journey?.way(),
    ready: () => isRich && withJourney(),
    verdict: ({ touchpoint, event, into }) =>
      (journey?.decide ?? decide)(
        touchpoint,
        visitor.read(),
        {
          ...visitor.state(),
          governor: settings.governor,
          event,
          consent: keeper.consent(),
          stands: !!into || touchpoint.stands,
          busy: !into && parts.presenter.busy(touchpoint),
        },
        env.now(),
      ),
    find: (id, into) =>
      settings.touchpoints.find(touchpoint => touchpoint.id === id) ??
      readTouchpoint({ survey: id, placement: into && { kind: 'inline' }, id }, settings.surveys, warn),
    track(name, properties, source) {
      const event = { source, name, properties: copyOf(properties) }
      if (isRich) parts.past.push(event)
      emit('track', event)
    },
  } as Omit<Everything, 'presenter' | 'pulso'> as Everything
  const presenter = createPresenter(parts)
  parts.presenter = presenter
  const stops = [presenter.stop]
  let stopped = false
  const arm = (touchpoint: TouchpointSettings) => {
    const fire: Fire = (event, still) =>
      void stops.push(env.visible(touchpoint.delayMs, () => presenter.show({ touchpoint, event, still })))
    for (const options of touchpoint.on)
      for (const kind in parts.kinds) if (kind in options) stops.push(parts.kinds[kind]!(options as never, fire, parts))
    if (touchpoint.stands && !touchpoint.on.length) presenter.show({ touchpoint })
  }
  const begin = () => {
    withJourney().then(
      ({ start }) => stopped || stops.push(start()),
      cause => {
        fail('not-loaded', 'journey', cause)
        if (!stopped) stops.push(env.visible(retryMs, begin))
      },
    )
  }
  if (isRich) begin()
  else settings.touchpoints.forEach(arm)
  if (settings.sources.includes('dataLayer'))
    stops.push(dataLayer(env, (name, properties) => parts.track(name, properties, 'dataLayer')))

  const pulso: Pulso = {
    identify(id, traits) {
      user = id ? { id: String(id), traits: copyOf(traits) } : user
    },
    on,
    track: (name, properties) => parts.track(String(name), properties),
    async show(id, options) {
      const touchpoint = parts.find(id, options?.into)
      return !!touchpoint && !!(await presenter.show({ touchpoint, ...options }))
    },
    dismiss: presenter.dismiss,
    optOut() {
      visitor.optOut()
      presenter.dismiss()
    },
    explain: id =>
      withJourney().then(
        ({ explain }) => explain(id),
        () => [],
      ),
    reset() {
      user = undefined
      visitor.forget()
    },
    ...keeper.kept,
    setConsent(consent) {
      isOneOf(consents, consent, 'bad-consent', warn) // what is none keeps and sends nothing, like `pending`
      // What came while it was refused is not written down by a consent that comes later.
      if (keeper.consent() === 'denied') visitor.forget()
      keeper.setConsent(consent)
      if (mayStore()) visitor.save()
      if (consent === 'denied') {
        presenter.dismiss()
        visitor.forget()
      }
    },
    destroy() {
      stopped = true
      for (const stop of [...stops, keeper.stop]) stop() // what is known is written down while it may be
    },
  }
  // What a host hands in may do anything when it is read.
  for (const name in pulso) pulso[name as never] = env.calmly(pulso[name as never]) as never
  parts.pulso = pulso
  define(env.window, pulso)
  return pulso
}
