import type { Answer, Ask, ExposureHandle, Locale, Mount, Response, Status, SurveyInput } from '../src/contracts'
import { late } from './late'
import { surveyOf } from './mount'
import { createResponse } from './response'
import { dress } from './theme/dress'

/** Ties a drawn survey to its response: every answer becomes a new revision of the whole, kept before the next step. */
export const createAsk =
  (mount: Mount): Ask =>
  (exposure, { save, emit, on, note, again, closed, pulso, warn }) => {
    const { settings, touchpoint, locale, matches, now, event, left, load, user } = exposure
    const into = exposure.into as Element | undefined
    const placement: SurveyInput['placement'] = into ? { kind: 'inline' } : touchpoint.placement
    const floats = placement.kind !== 'inline'
    const { theme, brand: given, nonce } = settings.config
    const brand = typeof given === 'string' && given ? given : location.hostname.replace(/^www\./, '')
    if (placement.kind === 'tab') return () => late.places!.tab(exposure, placement, brand, again, dress, warn)
    let response = left?.response ?? createResponse(exposure, placement)

    const { redact } = settings.privacy
    const { questions } = surveyOf(touchpoint.survey)
    /** What was said to a question, as it may be kept. */
    const own = <T>(id: string, value: T): T =>
      redact
        ? late.redact!.redactAnswer(
            value,
            questions.find(question => question.id === id),
            redact,
          )
        : value
    const keepable = (answers: Answer[]) => answers.map(answer => own(answer.question, answer))
    const time = () => new Date(now()).toISOString()
    const revise = (status: Status, change: Partial<Response>, leaving?: boolean) => {
      const previous = response
      response = {
        ...response,
        status,
        revision: response.revision + 1,
        updatedAt: time(),
        endedBy: undefined,
        completedAt: undefined,
        ...change,
      }
      return save(response, previous, leaving)
    }
    /** What was complete stays so, whatever a way back leads to. */
    const answered = (answers: Answer[], isComplete = response.status === 'complete') => {
      const safe = revise(isComplete ? 'complete' : 'partial', {
        answers: keepable(answers),
        startedAt: response.startedAt ?? time(),
        ...(isComplete && { completedAt: time(), endedBy: 'submit' }),
      })
      note('answered')
      emit(isComplete ? 'completed' : 'answered', response)
      return safe.then(() => undefined)
    }
    const complete = (answers: Answer[]) => {
      const safe = answered(answers, true)
      return late.more?.untilSent(safe, `${response.id}.${response.revision}`, on) ?? safe
    }
    const close = (endedBy: Response['endedBy']) => {
      if (response.status === 'partial') revise('partial', { endedBy })
      else if (response.status === 'shown') {
        note('dismissed')
        revise('dismissed', { endedBy })
        emit('dismissed', response)
      }
      drop()
      if (placement.kind === 'kiosk' && endedBy === 'timeout') again({ touchpoint })
    }
    const survey = mount(
      {
        survey: touchpoint.survey,
        placement,
        into: into ?? document.documentElement, // a page that replaces its body keeps it
        locale: locale as Locale,
        language: settings.locale,
        matches,
        load,
        place: left ?? (exposure.answers && { at: 0, drafts: exposure.answers }),
        values: { user: user?.traits, event: event?.properties },
        theme,
        brand,
        nonce,
      },
      {
        answer: answers => answered(answers),
        complete,
        // What comes by itself can be told to stay away; what stands on the page, the visitor came to.
        optOut: settings.config.optOut && floats && !touchpoint.stands ? () => pulso.optOut() : undefined,
        close,
        warn: (code, fix) => warn(code, `${touchpoint.id}: ${fix}`),
      },
    )
    const drop = () => {
      survey.unmount()
      closed()
    }
    const handle: ExposureHandle = {
      asks: (id, anew) => id === touchpoint.id && !(anew && response.status === 'complete'),
      floats,
      close,
      drop,
      isThere: survey.isThere,
      leave() {
        const { answers, drafts, ...place } = survey.place()
        const kept = Object.entries(drafts).map(([id, draft]) => [id, own(id, draft)])
        if (response.status === 'partial') revise('partial', { endedBy: 'leave' }, true)
        // Somebody has passed an introduction, has begun to write, or had before; what a link has entered is nobody's yet.
        else if (response.status !== 'shown' || !(left || kept[1] || (!exposure.answers && kept[0]![1]))) return
        return {
          ...place,
          answers: keepable(answers),
          drafts: Object.fromEntries(kept),
          event,
          response,
          floats: floats && !touchpoint.stands,
        }
      },
    }
    return () => {
      if (!left && !emit('before-show', response)) return
      survey.appear()
      if (!left) {
        note('shown') // in the same task, so before anybody sees it: no other tab and no reload asks again
        save(response)
        emit('shown', response)
      }
      return handle
    }
  }
