import * as z from 'zod/mini'
import { Survey } from './survey'
import { Condition, Duration, Frequency, Text, Wording } from './words'

const id = z.string().check(z.minLength(1), z.maxLength(64))

/** What tells of journey events: a data layer, a shop or a chat widget, by name. */
export const Source = z.enum([
  'dataLayer',
  'segment',
  'rudderstack',
  'mparticle',
  'snowplow',
  'tealium',
  'adobeDataLayer',
  'digitalData',
  'shopify',
  'shopifyTheme',
  'woocommerce',
  'magento',
  'prestashop',
  'shopware',
  'bigcommerce',
  'vtex',
  'intercom',
  'zendesk',
  'crisp',
  'livechat',
  'tawk',
  'hubspot',
  'freshchat',
  'drift',
  'tidio',
  'chatwoot',
  'salesforce',
  'gorgias',
])

/** Where in the customer's journey a touchpoint stands. */
export const Stage = z.enum(['awareness', 'consideration', 'purchase', 'service', 'loyalty', 'advocacy'])

const name = z.string().check(z.minLength(1))
const oneOrMore = <T extends z.ZodMiniType>(type: T) => z.union([type, z.array(type)])
/** Which pages: `*` stands for anything. `"/cart*"` is held against the path, with `?` or `#` in it against those too, with `://` against the whole address. */
const globs = oneOrMore(name)
const count = z.int().check(z.minimum(1))

/** A journey event, from whatever source, with a condition on its properties. */
export const EventTrigger = z.object({
  event: oneOrMore(name),
  where: z.optional(Condition),
  /** Only every so-manieth of them, counted over all visits. */
  every: z.optional(count),
  /** Only once so many of them have gone before, counted over all visits. */
  after: z.optional(count),
})

/** Events in this order, others in between or not, all within a time. Default `"30m"`. */
export const SequenceTrigger = z.object({
  sequence: z.array(z.union([name, z.pick(EventTrigger, { event: true, where: true })])).check(z.minLength(2)),
  within: z.optional(Duration),
})

/** A page is come to, by loading it or by a navigation within the page. */
export const PageTrigger = z.object({ page: globs, not: z.optional(globs) })

/** For triggers that watch what visitors do. */
const watching = {
  /** Only on these pages. */
  page: z.optional(globs),
  not: z.optional(globs),
  /** `"page"` (default): begun anew on each page, also where a page changes without loading. `"session"`: goes on. */
  scope: z.optional(z.enum(['page', 'session'])),
}

/** So long in view: at a stretch, or with `page` or `scope` added up. */
export const DelayTrigger = z.object({ ...watching, delay: Duration })
/** So many percent of the page, or of the element that `in` finds, have been scrolled through. */
export const ScrollTrigger = z.object({
  ...watching,
  scroll: z.number().check(z.minimum(1), z.maximum(100)),
  in: z.optional(name),
})
/** About to leave: the pointer goes out at the top; by touch a fast scroll up, a step back, or a return to the tab. */
export const ExitTrigger = z.object({ ...watching, exit: z.literal(true) })
/** A click on what the selector finds, in shadow roots too. */
export const ClickTrigger = z.object({ ...watching, click: name })
/** What the selector finds comes into view, be it there yet or not. */
export const VisibleTrigger = z.object({ ...watching, visible: name })
/** Nothing was done for so long. */
export const IdleTrigger = z.object({ ...watching, idle: Duration })
/** A form was begun and left: nothing more was entered for so long (`after`, default `"30s"`), or the visitor turns away from the page. */
export const FormTrigger = z.object({ ...watching, form: name, after: z.optional(Duration) })
/** A script of the page has failed. */
export const ErrorTrigger = z.object({ ...watching, error: z.literal(true) })
/** Three clicks at one place within a second. */
export const RageTrigger = z.object({ ...watching, rage: z.literal(true) })
/** From the so-manieth visit on. Who comes to no page for half an hour and then to one visits anew. */
export const VisitTrigger = z.object({ visit: count })

/** Something that happened. One word says what; where there are several, an event counts before all, and `page` last. */
export const Trigger = z.union([
  name,
  EventTrigger,
  SequenceTrigger,
  DelayTrigger,
  ScrollTrigger,
  ExitTrigger,
  ClickTrigger,
  VisibleTrigger,
  IdleTrigger,
  FormTrigger,
  ErrorTrigger,
  RageTrigger,
  VisitTrigger,
  PageTrigger,
])

/** When in the calendar. Dates are ISO 8601; times are those of `timeZone`, by default the visitor's own. */
export const Schedule = z.object({
  from: z.optional(z.union([z.iso.date(), z.iso.datetime({ offset: true })])),
  until: z.optional(z.union([z.iso.date(), z.iso.datetime({ offset: true })])),
  days: z.optional(z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))),
  /** From and until, `["09:00", "18:30"]`; past midnight where the second is the earlier. */
  hours: z.optional(z.tuple([clock(), clock()])),
  /** An IANA name such as `"Europe/Madrid"`. */
  timeZone: z.optional(z.string()),
})

/** That the visitor was asked something at least, or at most, so long ago: a touchpoint, a survey or a tag. */
export const Asked = z.object({ id: name, atLeast: z.optional(Duration), atMost: z.optional(Duration) })

function clock() {
  return z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write it as "09:30"'))
}

/** How often one visitor may be asked at all, over every touchpoint. */
export const Governor = z.object({
  /** Most surveys in one browser-tab session. Default 1. */
  perSession: z.optional(z.int().check(z.minimum(1))),
  /** Most surveys on one page, until it is left or changes its address. */
  perPage: z.optional(count),
  /** Rest between any two surveys. Default `"7d"`. */
  betweenSurveys: z.optional(Duration),
  /** Rest between any two surveys with a tag; a preset has its own word as a tag. `{ "nps": "90d" }` */
  byTag: z.optional(z.record(z.string(), Duration)),
})

/** Which corner or edge of the window; start and end follow the direction of the language. */
export const Corner = z.enum(['top-start', 'top', 'top-end', 'bottom-start', 'bottom', 'bottom-end'])

/** Where a survey is drawn. The last four stand where visitors come to them; the others come by themselves. */
export const Placement = z.discriminatedUnion('kind', [
  /** A card that floats in a corner, and a sheet at the bottom where the window is narrow. It never takes the focus. Default corner `"bottom-end"`. */
  z.object({ kind: z.literal('popover'), corner: z.optional(Corner) }),
  /** A sheet at the bottom of the window, however wide it is. */
  z.object({ kind: z.literal('sheet') }),
  /** A dialog over the page, which waits until it is closed. */
  z.object({ kind: z.literal('modal') }),
  /** Across the whole window. Default edge `"bottom"`. */
  z.object({ kind: z.literal('bar'), edge: z.optional(z.enum(['top', 'bottom'])) }),
  /** In the page itself, as the last child of the element that `selector` finds. */
  z.object({ kind: z.literal('inline'), selector: z.optional(z.string()) }),
  /** A button at the side of the window that opens the survey. Default side `"end"`; without a label, the language's own. */
  z.object({ kind: z.literal('tab'), side: z.optional(z.enum(['start', 'end'])), label: z.optional(Wording) }),
  /** A page of its own over the page. */
  z.object({ kind: z.literal('page') }),
  /** The whole screen of a device that many people pass: it returns to the start by itself. */
  z.object({
    kind: z.literal('kiosk'),
    /** Back to the start after so long without a touch. Default `"30s"`. */
    idle: z.optional(Duration),
    /** Which device it is, on the response. Default: a random id. */
    device: z.optional(z.string()),
  }),
])

/** How surveys look. One accent colour is enough: the rest follows from it. */
export const Theme = z.object({
  /** Any CSS colour. Of buttons and of what is picked. */
  accent: z.optional(z.string()),
  /** The colours of the card and of its text. */
  paper: z.optional(z.string()),
  ink: z.optional(z.string()),
  /** A CSS length: how round the card is. */
  radius: z.optional(z.string()),
  /** A CSS font family list. */
  font: z.optional(z.string()),
  /** Default `"auto"`: as the visitor's system has it. */
  scheme: z.optional(z.enum(['auto', 'light', 'dark'])),
})

/** Where and when to ask. */
export const Touchpoint = z.object({
  id,
  stage: z.optional(Stage),
  /** What starts it: the name of a journey event, or triggers, any of which will do. Without one, only `show()` does. */
  on: z.optional(oneOrMore(Trigger)),
  /** Events that call off what has started and is not yet on screen. */
  cancelOn: z.optional(oneOrMore(z.union([name, z.pick(EventTrigger, { event: true, where: true })]))),
  /** Wait between the trigger and the survey. From a minute on it goes on over pages and visits: `"2d"` is the first visit two days later. */
  delay: z.optional(Duration),
  /** `false`: it rests. */
  enabled: z.optional(z.boolean()),
  schedule: z.optional(Schedule),
  /** Whom: a condition over `user`, `device`, `locale`, `page`, `referrer`, `campaign`, `visits`, `journey`, `channel` and `event`. */
  audience: z.optional(Condition),
  asked: z.optional(oneOrMore(Asked)),
  /** Which is asked when several could be: the highest. Default 0. */
  priority: z.optional(z.number()),
  frequency: z.optional(Frequency),
  /** Share of visitors that are asked, 0 to 1; the same visitor always falls on the same side. Default 1. */
  sample: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  placement: z.optional(Placement),
  /** A preset, an id under `surveys`, or a survey written here. */
  survey: z.union([z.string(), Survey]),
})

/** How far a response has come: it was seen, something was answered, it was finished, it was closed unanswered. */
export const Status = z.enum(['shown', 'partial', 'complete', 'dismissed'])

/** Where responses go, and in what shape. */
export const DestinationOptions = z.object({
  url: z.string(),
  /**
   * Default `"json"`: the response as it is. `"text"`: the same JSON as text/plain, which asks for no preflight.
   * `"cloudevents"`: CloudEvents 1.0, structured. `"segment"`: a track call. `"form"`: URL-encoded fields.
   */
  format: z.optional(z.enum(['json', 'text', 'cloudevents', 'segment', 'form'])),
  /** Stored with no answer: they are looked up whenever something is sent. */
  headers: z.optional(z.record(z.string(), z.string())),
  /** Of Segment's source: with it a `segment` call carries its key itself, as text/plain, which asks for no preflight. */
  writeKey: z.optional(z.string()),
  credentials: z.optional(z.enum(['omit', 'same-origin', 'include'])),
  /** A header that is to carry the record's key, the same on every transmission: `"Idempotency-Key"`. */
  idempotencyHeader: z.optional(z.string()),
  /** `"no-cors"`: nothing can be known of the answer, so whatever was sent counts as delivered, unconfirmed. */
  mode: z.optional(z.enum(['cors', 'no-cors'])),
  /** `"trust"`: an answer counts even when it came from where the endpoint redirects to, as with Google Apps Script. */
  redirect: z.optional(z.enum(['distrust', 'trust'])),
  /**
   * Whether it is somebody else's, to whom nothing goes of visitors whose browser says Global Privacy Control
   * (https://www.w3.org/TR/gpc/). Default: any but the first that is at another host than the page.
   */
  thirdParty: z.optional(z.boolean()),
  /** Which responses are delivered. Default `["complete", "partial"]`. */
  statuses: z.optional(z.array(Status)),
})

/** What stays out of responses, and off the device. */
export const Privacy = z.object({
  /**
   * What is taken out of free text before anything else happens to it: `true` for all of e-mail addresses, payment
   * card numbers (ISO/IEC 7812, by their check digit), IBANs (ISO 13616, by their check digits) and phone numbers.
   */
  redact: z.optional(z.union([z.boolean(), z.array(z.enum(['email', 'card', 'iban', 'phone']))])),
  /** The query parameters that stay on the addresses of a response. Default: none. */
  query: z.optional(z.array(z.string())),
  /** `false`: nothing is written to the device. Answers live as long as the page, and every page is a first visit. */
  storage: z.optional(z.boolean()),
})

/** `pending` keeps answers in memory, `granted` keeps and sends them, `denied` forgets them and asks no more. */
export const Consent = z.enum(['granted', 'pending', 'denied'])

/** Who says whether the visitor consents: Google Consent Mode, or a consent platform that speaks IAB TCF 2.2. Until then it is pending. */
export const ConsentSource = z.enum(['google', 'tcf'])

/** Where in the world a response comes from. */
export const Channel = z.enum(['web', 'chat', 'email', 'kiosk', 'qr', 'app'])

/** What your server knows of the visitor, for whom this browser may be new. */
export const Known = z.object({
  /** What was asked elsewhere: a touchpoint, a survey or a tag, and when. Default `what`: `"answered"`. */
  history: z.optional(
    z.array(
      z.object({
        id: name,
        at: z.union([z.iso.datetime({ offset: true }), z.number()]),
        what: z.optional(z.enum(['shown', 'dismissed', 'answered'])),
      }),
    ),
  ),
})

/** The whole configuration document. */
export const Config = z.object({
  $schema: z.optional(z.string()),
  /** Short for `destination: { url }`. */
  endpoint: z.optional(z.string()),
  /** One, or several, each of which is delivered to by itself. */
  destination: z.optional(z.union([DestinationOptions, z.array(DestinationOptions)])),
  /** A language tag, or `"auto"` (default): the page's `lang`, then the visitor's own languages. */
  locale: z.optional(z.string()),
  /** What `{brand}` stands for in built-in wordings. Default: the site's host name. */
  brand: z.optional(z.string()),
  /** `false`: nothing is asked. What waits for delivery is still delivered. */
  enabled: z.optional(z.boolean()),
  /** Where journey events are listened for besides `track()`. Default `["dataLayer"]`. */
  sources: z.optional(z.array(z.union([Source, z.object({ source: Source, global: z.optional(oneOrMore(name)) })]))),
  /** Whether answers may be kept and sent. Default `"granted"`; `"pending"` holds them in memory. */
  consent: z.optional(z.union([Consent, ConsentSource])),
  /** Default `"web"`; links in e-mails and QR codes may say another: `?pulso=delivery&channel=qr`. */
  channel: z.optional(Channel),
  /**
   * Remembers the visitor's last twenty events, visits and campaigns from page to page, and sends them along. A list
   * names the properties that are remembered with an event; `true` remembers none.
   */
  journey: z.optional(z.union([z.boolean(), z.array(z.string())])),
  visitor: z.optional(Known),
  privacy: z.optional(Privacy),
  /** For pages whose style policy asks for one, in browsers without constructable stylesheets. */
  nonce: z.optional(z.string()),
  theme: z.optional(Theme),
  /** Words of ours in yours, by name: `{ "submit": "Send", "thumbs.up": { "en": "Yep", "es": "Claro" }, "left": "{1} to go" }`. */
  words: z.optional(z.record(z.string(), Text)),
  governor: z.optional(Governor),
  /** `true`: surveys that come by themselves offer “Don’t ask me again”, which does what `optOut()` does. */
  optOut: z.optional(z.boolean()),
  touchpoints: z.optional(z.array(Touchpoint)),
  surveys: z.optional(z.record(z.string(), Survey)),
})

export type Stage = z.infer<typeof Stage>
export type Source = z.infer<typeof Source>
export type EventTrigger = z.infer<typeof EventTrigger>
export type SequenceTrigger = z.infer<typeof SequenceTrigger>
export type PageTrigger = z.infer<typeof PageTrigger>
export type DelayTrigger = z.infer<typeof DelayTrigger>
export type ScrollTrigger = z.infer<typeof ScrollTrigger>
export type ExitTrigger = z.infer<typeof ExitTrigger>
export type ClickTrigger = z.infer<typeof ClickTrigger>
export type VisibleTrigger = z.infer<typeof VisibleTrigger>
export type IdleTrigger = z.infer<typeof IdleTrigger>
export type FormTrigger = z.infer<typeof FormTrigger>
export type ErrorTrigger = z.infer<typeof ErrorTrigger>
export type RageTrigger = z.infer<typeof RageTrigger>
export type VisitTrigger = z.infer<typeof VisitTrigger>
export type Trigger = z.infer<typeof Trigger>
export type Schedule = z.infer<typeof Schedule>
export type Asked = z.infer<typeof Asked>
export type ConsentSource = z.infer<typeof ConsentSource>
export type Channel = z.infer<typeof Channel>
export type Known = z.infer<typeof Known>
export type Governor = z.infer<typeof Governor>
export type Corner = z.infer<typeof Corner>
export type Theme = z.infer<typeof Theme>
export type Placement = z.infer<typeof Placement>
export type Touchpoint = z.infer<typeof Touchpoint>
export type Status = z.infer<typeof Status>
export type DestinationOptions = z.infer<typeof DestinationOptions>
export type Privacy = z.infer<typeof Privacy>
export type Consent = z.infer<typeof Consent>
export type Config = z.infer<typeof Config>
