import type { Answer, Ask, Mount, Response, Status, SurveyInput } from '../src/contracts'
import { late } from './late'
import { createResponse } from './response'
import { dress } from './theme/dress'
import { translate } from './wording'

/** Ties a drawn survey to its response: every answer becomes a new revision of the whole, kept before the next step. */
export const createAsk =
  (mount: Mount): Ask =>
  (exposure, { save, emit, note, closed, again, warn }) => {
    const { settings, touchpoint, locale, matches, now, event, left, load, user } = exposure
    const into = exposure.into as Element | undefined
    const placement: SurveyInput['placement'] = into ? { kind: 'inline' } : touchpoint.placement
    const floats = placement.kind !== 'inline'
    if (placement.kind === 'tab') return late.places!.tab(exposure, placement, again, dress)
    let response = left?.response ?? createResponse(exposure, placement)
    if (!left && !emit('before-show', response)) return

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
    const answered = (answers: Answer[], change: Partial<Response> = {}) => {
      const safe = revise(change.completedAt ? 'complete' : 'partial', {
        answers,
        startedAt: response.startedAt ?? time(),
        ...change,
      })
      note('answered')
      emit(change.completedAt ? 'completed' : 'answered', response)
      return safe
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
        into: into ?? document.body,
        locale: translate(locale, settings.words),
        matches,
        load,
        place: left,
        values: { user: user?.traits ?? {}, event: event?.properties ?? {} },
        theme: settings.theme,
        brand: settings.brand ?? location.hostname.replace(/^www\./, ''),
        nonce: settings.nonce,
      },
      {
        answer: answers => answered(answers),
        complete: answers => answered(answers, { endedBy: 'submit', completedAt: time() }),
        close,
        warn: (code, fix) => warn(code, `${touchpoint.id}: ${fix}`),
      },
    )
    const drop = () => {
      survey.unmount()
      closed()
    }
    if (!left) {
      note('shown') // in the same task, so before anybody sees it: no other tab and no reload asks again
      save(response)
      emit('shown', response)
    }
    return {
      floats,
      close,
      drop,
      isThere: survey.isThere,
      leave() {
        if (response.status !== 'partial') return
        revise('partial', { endedBy: 'leave' }, true)
        return { ...survey.place(), event, response, floats: floats && !touchpoint.stands }
      },
    }
  }
