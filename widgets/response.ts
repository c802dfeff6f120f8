import type { Exposure, JourneyEvent, Placement, Response } from '../src/contracts'
import { surveyIdOf } from '../src/survey-id'

/** The first revision of a response: the survey was shown, and nothing more is known. */
export function createResponse(
  { id, anonymousId, user, touchpoint, locale, event, version, now, settings, way }: Exposure,
  placement: Placement,
): Response {
  const { survey, raw } = touchpoint
  const { stage } = raw
  const { query } = settings.privacy
  const { document, navigator, location } = window
  const kiosk = placement.kind === 'kiosk'
  const shownAt = new Date(now()).toISOString()
  return {
    id,
    revision: 1,
    status: 'shown',
    touchpoint: { id: touchpoint.id, ...(stage && { stage }) },
    survey: {
      id: surveyIdOf(touchpoint),
      ...(typeof survey === 'object' && survey.version && { version: survey.version }),
    },
    channel: kiosk ? 'kiosk' : 'web',
    ...(!kiosk && way),
    locale: locale.code,
    answers: [],
    respondent: kiosk ? {} : { anonymousId, ...(user && { userId: user.id, traits: plain(user.traits) }) },
    ...(event && {
      trigger: { kind: event.kind ?? 'event', name: event.name, properties: plain(event.properties, query) },
    }),
    page: {
      url: address(location.href, query),
      title: document.title,
      referrer: address(document.referrer, query),
    },
    device: {
      ...(kiosk && { id: placement.device ?? anonymousId }),
      type: /Mobi/.test(navigator.userAgent)
        ? 'mobile'
        : matchMedia('(pointer: coarse)').matches
          ? 'tablet'
          : 'desktop',
      viewport: [innerWidth, innerHeight],
      language: navigator.language,
      timeZone: timeZone(),
    },
    shownAt,
    updatedAt: shownAt,
    sdk: { name: 'pulso', version },
  }
}

/** By Temporal where it is (stand-ins may lack a part), as the first use of Intl takes longer than everything else here. */
const timeZone = (): string =>
  (window as { Temporal?: { Now?: { timeZoneId?(): string } } }).Temporal?.Now?.timeZoneId?.() ??
  Intl.DateTimeFormat().resolvedOptions().timeZone

/** What of properties travels: numbers, booleans and short texts at the top level. */
function plain(properties: JourneyEvent['properties'], query?: string[]) {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) =>
        typeof value === 'string' ? value.length <= 200 : typeof value === 'boolean' || Number.isFinite(value),
      )
      .map(([name, value]) => [name, /^https?:/.test(value as string) ? address(value as string, query) : value]),
  ) as Record<string, string | number | boolean>
}

/** An address with none of its parameters but those that the site has asked for, and without what follows a `#`. */
function address(url: string, query: unknown): string {
  const [path = '', rest] = url.replace(/#.*/, '').split(/\?(.*)/s)
  const asked = [...new URLSearchParams(rest)].filter(([name]) => Array.isArray(query) && query.includes(name))
  return [path, ...(asked.length ? [new URLSearchParams(asked)] : [])].join('?')
}
