import type { Exposure, JourneyEvent, Response } from '../src/contracts'

/** The first revision of a response: the survey was shown, and nothing more is known. */
export function createResponse({ id, anonymousId, touchpoint, locale, event, version, now }: Exposure): Response {
  const { stage, survey, surveyId } = touchpoint
  const { document, navigator, location } = window
  const shownAt = new Date(now()).toJSON()
  return {
    id,
    revision: 1,
    status: 'shown',
    touchpoint: { id: touchpoint.id, ...(stage && { stage }) },
    survey: { id: surveyId, ...(typeof survey === 'object' && survey.version && { version: survey.version }) },
    channel: 'web',
    locale: locale.code,
    answers: [],
    respondent: { anonymousId },
    ...(event && { trigger: { kind: 'event', name: event.name, properties: plain(event.properties) } }),
    page: {
      url: location.origin + location.pathname,
      title: document.title,
      referrer: document.referrer.replace(/[?#].*/, ''),
    },
    device: {
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
