import type { Answer, Ask, Exposure, Mount, Placement, Response, Status } from '../src/contracts'
import { createResponse } from './response'

/** Ties a drawn survey to its response: every answer becomes a new revision of the whole, kept before the next step. */
export const createAsk =
  (mount: Mount): Ask =>
  (exposure, { save, emit, note, closed }) => {
    const { settings, touchpoint, locale, matches, now } = exposure
    const { placement, into } = place(exposure)
    let response = createResponse(exposure)
    if (!emit('before-show', response)) return

    const time = () => new Date(now()).toJSON()
    const revise = (status: Status, change: Partial<Response>, leaving?: boolean) => {
      const previous = response
      response = {
        ...response,
        status,
        revision: response.revision + 1,
        updatedAt: time(),
        endedBy: undefined,
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
      survey.unmount()
      closed()
    }
    const survey = mount(
      {
        survey: touchpoint.survey,
        placement,
        into,
        locale,
        matches,
        brand: settings.brand ?? location.hostname.replace(/^www\./, ''),
        nonce: settings.nonce,
      },
      {
        answer: answers => answered(answers),
        complete: answers => answered(answers, { endedBy: 'submit', completedAt: time() }),
        close,
      },
    )
    note('shown') // in the same task, so before anybody sees it: no other tab and no reload asks again
    save(response)
    emit('shown', response)
    return {
      floats: placement.kind === 'popover',
      close,
      leave() {
        if (response.status === 'partial') revise('partial', { endedBy: 'leave' }, true)
      },
    }
  }

/** Where the survey goes. An inline one needs an element that is there. */
function place({ touchpoint, into }: Exposure): { placement: Placement; into: Element } {
  const placement: Placement = into ? { kind: 'inline' } : touchpoint.placement
  const where = into ?? (placement.kind === 'inline' ? placement.selector : 'body')
  const element = typeof where === 'string' ? document.querySelector(where) : where
  if (!element) throw new Error(`no element matches "${where}"`)
  return { placement, into: element }
}
