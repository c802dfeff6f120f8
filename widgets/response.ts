import type { Exposure, JourneyEvent, Placement, Response } from '../src/contracts'

/** The first revision of a response: the survey was shown, and nothing more is known. */
export function createResponse(
  { id, anonymousId, user, touchpoint, locale, event, version, now }: Exposure,
  placement: Placement,
): Response {
  const { stage, survey, surveyId } = touchpoint
  const { document, navigator, location } = window
  const kiosk = placement.kind === 'kiosk'
  const shownAt = new Date(now()).toISOString()
  return {
    id,
    revision: 1,
    status: 'shown',
    touchpoint: { id: touchpoint.id, ...(stage && { stage }) },
    survey: { id: surveyId, ...(typeof survey === 'object' && survey.version && { version: survey.version }) },
    channel: kiosk ? 'kiosk' : 'web',
    locale: locale.code,
    answers: [],
    respondent: kiosk ? {} : { anonymousId, ...(user && { userId: user.id, traits: plain(user.traits) }) },
    ...(event && { trigger: { kind: 'event', name: event.name, properties: plain(event.properties) } }),
    page: {
      url: location.origin + location.pathname,
      title: document.title,
      referrer: document.referrer.replace(/[?#].*/, ''),
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
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    shownAt,
    updatedAt: shownAt,
    sdk: { name: 'pulso', version },
  }
}

/** What of an event's properties travels: numbers, booleans and short texts at the top level. */
function plain(properties: JourneyEvent['properties']) {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) =>
      typeof value === 'string' ? value.length <= 200 : typeof value === 'boolean' || Number.isFinite(value),
    ),
  ) as Record<string, string | number | boolean>
}
