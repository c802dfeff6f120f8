import type { Exposure, Placement, Response } from '../src/contracts'
import { address, plain } from '../src/plain'
import { surveyIdOf } from '../src/survey-id'

/** The first revision of a response: the survey was shown, and nothing more is known. */
export function createResponse(
  { id, anonymousId, user, touchpoint, locale, event, version, now, settings, way }: Exposure,
  placement: Placement,
): Response {
  const { survey, raw } = touchpoint
  const { stage } = raw
  const { query } = settings.privacy
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
