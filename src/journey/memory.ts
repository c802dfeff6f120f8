import type { Everything, Stop, TriggerWorld, Way } from '../contracts'
import { type Facts, surveyIdOf, tagsOf } from '../eligibility/further'
import type { Seen, VisitorRecord } from '../eligibility/visitor'
import { pickLanguage } from '../language'
import { plain } from '../plain'
import { onNavigate } from '../triggers/navigation'
import type { Later } from './later'
import { linkedChannel } from './link'
import { pathsIn } from './paths'

/** Who comes to no page for so long and then to one visits anew. */
const VISIT_MS = 30 * 6e4
const LAST = 20
const LONG = 200

export interface Memory {
  /** With what has happened until now, and all that comes. */
  start(world: Pick<TriggerWorld, 'onEvent'>): Stop
  way(): Partial<Way>
  facts(): Facts
  /** Surveys shown since the page was loaded or has changed its address. */
  onPage(): number
  /** A survey floats in another tab since then. */
  elsewhere(): number | undefined
}

/** What is remembered of the visitor's way here: visits, campaigns, the last events, and what was shown by survey and tag. */
export function createMemory(parts: Everything, later: Later): Memory {
  const { env, settings, visitor, presenter, find, user } = parts
  const { journey } = settings.config
  const { query } = settings.privacy
  const { window } = env
  const channel = linkedChannel(window.location.search) ?? settings.config.channel
  const kept = Array.isArray(journey) ? journey : []
  /** Nothing is remembered that neither the site has asked for nor a condition needs. */
  const remembers = (word: string) =>
    !!journey || settings.touchpoints.some(({ raw }) => pathsIn(raw.audience).some(([fact]) => fact === word))
  const keepsTrail = remembers('journey')
  const keepsCampaigns = remembers('campaign')
  const countsVisits =
    remembers('visits') || settings.touchpoints.some(({ on }) => on.some(trigger => 'visit' in trigger))
  let onPage = 0
  /** The latest, as long as they are not written. */
  let events: NonNullable<VisitorRecord['trail']> = []
  /** Since when a survey floats in this tab. */
  let floating: number | undefined

  const seePage = () => {
    const now = env.now()
    if (countsVisits)
      visitor.change(record => {
        // Whichever tab the last page was in. One that lies ahead was written by a clock that has been put back since.
        if (!(Math.abs(now - record.visited!) < VISIT_MS)) record.visits = (record.visits ?? 0) + 1
        record.visited = now
      })
    const found = keepsCampaigns && campaignOf(window.location.search, query)
    if (!found) return
    visitor.change(record => {
      record.campaign = { first: record.campaign?.first ?? found, last: found }
    })
  }
  const { note } = visitor
  const noteToo: typeof note = (what, id, event, stands) => {
    note(what, id, event, stands)
    // What stands in the page asks nobody by itself; who answers it was asked.
    if (stands && what !== 'answered') return
    const touchpoint = find(id)! // it was shown, so there is one
    const now = env.now()
    visitor.change(record => {
      const { surveys = {}, tags = {} } = record
      mark(surveys, surveyIdOf(touchpoint), what, now)
      for (const tag of tagsOf(touchpoint)) mark(tags, tag, stands ? 'shown' : what, now)
      Object.assign(record, { surveys, tags })
    })
  }
  /** Lets no other tab ask. */
  const hold = () => {
    floating = env.now()
    visitor.change(record => {
      record.floating = floating
    })
  }
  /** Lets other tabs ask again, if this is the one that held them off. */
  const release = () => {
    if (floating && visitor.read().floating === floating)
      visitor.change(record => {
        record.floating = undefined
      })
  }
  const closed = () => {
    if (presenter.busy()) return
    release()
    floating = undefined
  }

  return {
    start({ onEvent }) {
      seePage()
      visitor.note = noteToo
      parts.floats = () => {
        onPage++
        hold()
      }
      parts.closed = () => void env.after(0, closed)
      const stops = [
        env.listen(window, 'pagehide', release),
        env.listen(window, 'pageshow', () => floating && presenter.busy() && hold()), // back from the browser's cache
        onNavigate(env, () => {
          onPage = 0
          seePage()
        }),
        onEvent(({ name, properties }) => {
          if (!keepsTrail) return
          const allowed = Object.entries(properties).filter(([key]) => kept.includes(key))
          const at = new Date(env.now()).toISOString()
          const one = { ...plain(Object.fromEntries(allowed), query), name: name.slice(0, LONG), at }
          const fresh = [...(later.has('trail') ? events : []), one].slice(-LAST)
          events = fresh
          const { id, traits = {} } = user() ?? {}
          later.put('trail', record => {
            record.trail = [...(record.trail ?? []), ...fresh].slice(-LAST)
            if (journey && id) record.user = { id, traits: plain(traits) }
          })
        }),
      ]
      return () => {
        for (const stop of stops) stop()
        closed()
      }
    },
    way() {
      later.write()
      const { trail, campaign } = visitor.read()
      return {
        ...(channel && { channel }),
        ...(journey && trail && { journey: trail }),
        ...(journey && campaign && { campaign }),
      }
    },
    facts() {
      later.write()
      const { visits = 1, campaign, trail = [] } = visitor.read()
      const { id, traits } = user() ?? {}
      const { document, navigator, location } = window
      return {
        user: { ...traits, ...(id && { id }) },
        device: deviceOf(window),
        locale: pickLanguage(settings.locale, parts.load.languages, env),
        language: navigator.language,
        page: { url: location.href, path: location.pathname, title: document.title },
        referrer: document.referrer,
        channel: channel ?? 'web',
        visits,
        journey: trail.map(({ name }) => name),
        ...(campaign && { campaign }),
      }
    },
    onPage: () => onPage,
    elsewhere() {
      const { floating: somewhere } = visitor.read()
      return somewhere === floating ? undefined : somewhere
    },
  }
}

function mark(seen: Record<string, Seen>, id: string, what: 'shown' | 'dismissed' | 'answered', now: number) {
  const one = (Object.hasOwn(seen, id) && seen[id]) || { count: 0 }
  seen[id] = { ...one, [what]: now, count: one.count + (what === 'shown' ? 1 : 0) }
}

/** The `utm_…` parameters of an address that may be kept, by the rest of their names; undefined when it has none. */
function campaignOf(search: string, query: string[] | undefined): Record<string, string> | undefined {
  const found = [...new URLSearchParams(search)].filter(
    ([name, value]) =>
      /^utm_\w+$/.test(name) && value.length <= LONG && (!Array.isArray(query) || query.includes(name)),
  )
  return found.length ? Object.fromEntries(found.map(([name, value]) => [name.slice(4), value])) : undefined
}

const deviceOf = ({ navigator, matchMedia }: Window) =>
  /Mobi/.test(navigator.userAgent) ? 'mobile' : matchMedia('(pointer: coarse)').matches ? 'tablet' : 'desktop'
