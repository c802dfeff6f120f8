import * as z from 'zod/mini'
import { Survey } from './survey'
import { Condition, Duration, Text, Wording } from './words'

const id = z.string().check(z.minLength(1), z.maxLength(64))

/** Where in the customer's journey a touchpoint stands. */
export const Stage = z.enum(['awareness', 'consideration', 'purchase', 'service', 'loyalty', 'advocacy'])

/** A journey event that starts a touchpoint, with a condition on its properties. */
export const EventTrigger = z.object({ event: z.string(), where: z.optional(Condition) })

/** How often one visitor may be asked at one touchpoint. */
export const Frequency = z.object({
  /** Most times ever. Default 3. */
  max: z.optional(z.int().check(z.minimum(1))),
  /** Rest after it was shown, whatever came of it. Default `"7d"`. */
  afterShown: z.optional(Duration),
  /** Rest after it was closed unanswered. Default `"30d"`. */
  afterDismissed: z.optional(Duration),
  /** Rest after it was answered. Default `"90d"`. */
  afterAnswered: z.optional(Duration),
})

/** How often one visitor may be asked at all, over every touchpoint. */
export const Governor = z.object({
  /** Most surveys in one browser-tab session. Default 1. */
  perSession: z.optional(z.int().check(z.minimum(1))),
  /** Rest between any two surveys. Default `"7d"`. */
  betweenSurveys: z.optional(Duration),
})

/** Which corner or edge of the window; start and end follow the direction of the language. */
export const Corner = z.enum(['top-start', 'top', 'top-end', 'bottom-start', 'bottom', 'bottom-end'])

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
  /** The journey event or events that start it. Without one, only `show()` does. */
  on: z.optional(z.union([z.string(), z.array(z.union([z.string(), EventTrigger]))])),
  /** Wait between the trigger and the survey. */
  delay: z.optional(Duration),
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

export const Consent = z.enum(['granted', 'pending', 'denied'])

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
  /** Where journey events are listened for besides `track()`. Default `["dataLayer"]`. */
  sources: z.optional(z.array(z.enum(['dataLayer']))),
  /** Whether answers may be kept and sent. Default `"granted"`; `"pending"` holds them in memory. */
  consent: z.optional(Consent),
  privacy: z.optional(Privacy),
  /** For pages whose style policy asks for one, in browsers without constructable stylesheets. */
  nonce: z.optional(z.string()),
  theme: z.optional(Theme),
  /** Words of ours in yours, by name: `{ "submit": "Send", "thumbs.up": { "en": "Yep", "es": "Claro" }, "left": "{1} to go" }`. */
  words: z.optional(z.record(z.string(), Text)),
  governor: z.optional(Governor),
  touchpoints: z.optional(z.array(Touchpoint)),
  surveys: z.optional(z.record(z.string(), Survey)),
})

export type Stage = z.infer<typeof Stage>
export type EventTrigger = z.infer<typeof EventTrigger>
export type Frequency = z.infer<typeof Frequency>
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
