import { keepsItsPromises, type Promised } from './promises'
import type { Recipe } from './recipe'
import { expect, type Servers } from './servers'
import { comment } from './visit'

interface Captured {
  api_key?: unknown
  event?: unknown
  distinct_id?: unknown
  uuid: string
  timestamp: string
  properties: Record<string, unknown>
}

/** PostHog's capture: it looks at the shape alone. Ingestion drops what has no valid uuid and no project. */
async function start(_: Recipe, servers: Servers) {
  const project = 'phc_1'
  const events = new Map<string, Captured>()
  const url = await servers.serve(async request => {
    const headers = {
      'access-control-allow-origin': request.headers.get('origin') ?? '*',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
    }
    if (new URL(request.url).pathname !== '/i/v0/e/') return new Response(null, { status: 404, headers })
    if (request.method === 'OPTIONS') return new Response(null, { headers })
    const refuse = (status: number, text: string) => new Response(text, { status, headers })
    let event: Captured
    try {
      event = JSON.parse(await request.text())
    } catch {
      return refuse(400, 'failed to parse request')
    }
    if (typeof event.api_key !== 'string' || event.api_key.startsWith('phx_'))
      return refuse(401, 'API key is not valid')
    if (typeof event.event !== 'string') return refuse(400, 'missing event name')
    if (!event.distinct_id) return refuse(400, 'missing distinct_id')
    const isValid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(event.uuid)
    if (isValid && event.api_key === project) events.set(event.uuid, event)
    return Response.json({ status: 'Ok' }, { headers })
  })
  /** As PostHog's surveys count: of one submission, the last event. */
  const kept = () => {
    const last = new Map<unknown, Captured>()
    for (const event of events.values()) {
      const { $survey_submission_id: id } = event.properties
      if ((last.get(id)?.timestamp ?? '') <= event.timestamp) last.set(id, event)
    }
    return [...last.values()].map(({ uuid, properties }) => ({
      id: `${properties.$survey_submission_id}`,
      revision: Number.parseInt(uuid.slice(-12), 16),
      nps: properties.$survey_response_nps,
      why: properties.$survey_response_why,
    }))
  }
  const replacements = {
    'https://eu.i.posthog.com': url,
    YOUR_PROJECT_KEY: project,
    YOUR_SURVEY_ID: '0190c8a8-1f9e-0000-8c4f-3f6f2a5d1c11',
  }
  return { replacements, mistaken: { ...replacements, '/i/v0/e/': '/i/v0/' }, kept }
}

const sent: Promised['sent'] = request => {
  expect(request.headers()['content-type']).toBe('application/json')
  const id = expect.stringMatching(/^[\w-]{21}$/)
  expect(request.postDataJSON()).toEqual({
    api_key: 'phc_1',
    event: 'survey sent',
    uuid: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-0{11}[\da-f]$/),
    distinct_id: id,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    properties: {
      $survey_id: '0190c8a8-1f9e-0000-8c4f-3f6f2a5d1c11',
      $survey_submission_id: id,
      $survey_completed: true,
      $survey_response_nps: 9,
      $survey_response_why: comment,
      $current_url: expect.stringMatching(/^http/),
      $process_person_profile: false,
    },
  })
}

keepsItsPromises('posthog', { start, overtaken: undefined, sent })
