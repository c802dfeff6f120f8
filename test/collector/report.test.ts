// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { signed } from '../../collector/src/report/format'
import { givenCollector, ids, response } from './given'

const read = async (app: { request: (path: string) => Response | Promise<Response> }) =>
  (await app.request('/report')).text()

describe('/report', () => {
  it('says what to do before the first answer', async () => {
    const { app } = await givenCollector()
    const page = await read(app)
    expect(page).toContain('No answers yet')
    expect(page).toContain('data-endpoint=&quot;http://localhost/v1/responses&quot;')
  })

  it('shows the score of each touchpoint with its interval, its groups and its count', async () => {
    const { app, store } = await givenCollector()
    const scores = [...Array(45).fill(9), ...Array(35).fill(7), ...Array(20).fill(6)]
    await store.save(
      ids(100).map((id, index) => response({ id, score: scores[index] })),
      new Date(),
    )
    const page = text(await read(app))
    expect(page).toContain('post-purchase purchase 100 answers +25')
    expect(page).toContain('between +10 and +40 (95 % interval)')
    expect(page).toContain('Detractors 0–6 20 % 20')
    expect(page).toContain('Passives 7–8 35 % 35')
    expect(page).toContain('Promoters 9–10 45 % 45')
    expect(page).not.toContain('unsteady')
  })

  it('warns that a score of fewer than 30 answers is unsteady', async () => {
    const { app, store } = await givenCollector()
    await store.save(
      ids(29).map((id, index) => response({ id, score: index % 11 })),
      new Date(),
    )
    expect(await read(app)).toContain('still unsteady')
    await store.save([response({ id: 'response-0029' })], new Date())
    expect(await read(app)).not.toContain('still unsteady')
  })

  it('claims no interval when all answers fall in one group', async () => {
    const { app, store } = await givenCollector()
    await store.save([response()], new Date())
    const page = await read(app)
    expect(page).toContain('All answers fall in one group')
    expect(page).not.toContain('95 % interval')
  })

  it('lists touchpoints in the order of the journey, those without a stage last', async () => {
    const { app, store } = await givenCollector()
    const touchpoints = [
      { id: 'unknown' },
      { id: 'support', stage: 'service' },
      { id: 'b', stage: 'purchase' },
      { id: 'a', stage: 'purchase' },
    ]
    await store.save(
      touchpoints.map((touchpoint, index) => response({ id: `response-${index}`, touchpoint })),
      new Date(),
    )
    const page = await read(app)
    expect([...page.matchAll(/data-key="touchpoint (.*?)"/g)].map(match => match[1])).toEqual([
      'a',
      'b',
      'support',
      'unknown',
    ])
  })

  it('shows the comments newest first with their score', async () => {
    const { app, store } = await givenCollector()
    const at = (hour: number) => `2026-03-01T0${hour}:00:00Z`
    await store.save([response({ id: 'response-1', score: 3, comment: 'the older', updatedAt: at(1) })], new Date())
    await store.save([response({ id: 'response-2', locale: 'es', comment: 'the newer', updatedAt: at(2) })], new Date())
    const page = text(await read(app))
    expect(page).toMatch(
      /Comments from 2 responses Score 9 the newer 1 Mar 2026, 02:00 UTC post-purchase es Score 3 the older/,
    )
  })

  it('says that there are older comments where there are more than it shows, two of one response or not', async () => {
    const { app, store } = await givenCollector()
    const texts = (id: string, count: number) =>
      response({
        id,
        answers: [...Array(count)].map((_, at) => ({
          question: `q${at}`,
          kind: 'text' as const,
          value: `${id} ${at}`,
        })),
      })
    await store.save(
      ids(50).map(id => texts(id, 2)),
      new Date(),
    )
    const full = text(await read(app))
    expect(full).toContain('Comments from 50 responses')
    expect(full).not.toContain('are shown')
    await store.save([texts('one-more', 1)], new Date())
    const more = text(await read(app))
    expect(more).toContain('Comments from 51 responses')
    expect(more).toContain('The newest 100 are shown.')
  })

  it('a comment with markup is shown as text', async () => {
    const { app, store } = await givenCollector()
    const comment = `</p><script>alert(1)</script><img src=x onerror="alert(1)"> ' &lt;`
    const touchpoint = { id: '"><b>touchpoint</b>', stage: '<i>stage</i>' }
    await store.save([response({ comment, touchpoint, locale: '<u>' })], new Date())
    const page = await read(app)
    expect(page).toContain(
      '&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &#39; &amp;lt;',
    )
    expect(page).not.toMatch(/<img|<b>|<i>|<u>|<script>/)
  })

  it('forbids everything that is not its own script and style', async () => {
    const { app } = await givenCollector()
    const { headers } = await app.request('/report')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'; script-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(await read(app)).not.toMatch(/ style=| on\w+=|<script>|<style/)
  })

  it('brings its style and script', async () => {
    const { app } = await givenCollector()
    for (const [path, type] of [
      ['/report.css', 'text/css'],
      ['/report.js', 'text/javascript'],
    ] as const) {
      const file = await app.request(path)
      expect([file.status, file.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`])
    }
  })

  it('answers other methods with a problem', async () => {
    const { app } = await givenCollector()
    const answer = await app.request('/report', { method: 'POST' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await app.request('/report/nothing')).status).toBe(404)
  })
})

describe('/report/stream', () => {
  it('says that something changed at once, and again after each commit, but not after a repeat', async () => {
    const { app, post } = await givenCollector()
    const events = await watch(app)
    expect(await events.next()).toContain('event: changed')
    await post(response())
    expect(await events.next()).toContain('event: changed')
    await post(response())
    await post({ wrong: true })
    await post(response({ revision: 2 }))
    expect(await events.next()).toContain('event: changed')
    expect(await events.isQuiet()).toBe(true)
  })

  it('tells everybody who watches, and ends when the server closes', async () => {
    const closing = new AbortController()
    const { app, post } = await givenCollector({ signal: closing.signal })
    const [one, other] = [await watch(app), await watch(app)]
    await Promise.all([one.next(), other.next()])
    await post(response())
    expect(await Promise.all([one.next(), other.next()])).toHaveLength(2)
    closing.abort()
    expect(await one.next()).toBe('end')
    expect(await other.next()).toBe('end')
  })
})

describe('the token', () => {
  const token = 'a long random word'.replaceAll(' ', '-')

  it('is needed to read, and posting stays open', async () => {
    const { app, post } = await givenCollector({ token })
    expect((await post(response({ comment: 'private' }))).status).toBe(200)
    for (const path of ['/report', '/report/stream', '/report?token=wrong', '/report?token=']) {
      const answer = await app.request(path)
      expect([path, answer.status, answer.headers.get('www-authenticate')]).toEqual([path, 401, 'Bearer'])
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(await answer.text()).not.toContain('private')
    }
    const wrong = { authorization: 'Bearer wrong', cookie: 'pulso_report=wrong' }
    expect((await app.request('/report', { headers: wrong })).status).toBe(401)
  })

  it('is taken as a bearer', async () => {
    const { app } = await givenCollector({ token })
    expect((await app.request('/report', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
  })

  it('in the address once leaves a cookie that scripts cannot read and that does not hold it', async () => {
    const { app } = await givenCollector({ token })
    const first = await app.request(`/report?token=${token}`)
    const cookie = first.headers.get('set-cookie')!
    expect(first.status).toBe(200)
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    expect(cookie).not.toContain(token)
    const later = await app.request('/report', { headers: { cookie: cookie.split(';')[0]! } })
    expect(later.status).toBe(200)
  })

  it('gives a cookie that travels over https alone when the page did', async () => {
    const { app } = await givenCollector({ token })
    const cookies = await Promise.all(
      ['http', 'https'].map(async scheme =>
        (await app.request(`${scheme}://c.example/report?token=${token}`)).headers.get('set-cookie'),
      ),
    )
    expect(cookies.map(cookie => cookie!.includes('Secure'))).toEqual([false, true])
  })
})

describe('signed', () => {
  it.each([
    [42.4, '+42'],
    [-7.5, '−8'],
    [0.4, '0'],
    [-0.4, '0'],
    [100, '+100'],
  ])('writes %d as %s', (score, words) => {
    expect(signed(score)).toBe(words)
  })
})

function text(page: string) {
  return page
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

/** Reads a stream's messages one by one. */
async function watch(app: { request: (path: string) => Response | Promise<Response> }) {
  const answer = await app.request('/report/stream')
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = answer.body!.getReader()
  let pending: Promise<string> | undefined
  const take = () => {
    pending ??= reader.read().then(({ value, done }) => (done ? 'end' : new TextDecoder().decode(value)))
    return pending
  }
  return {
    async next() {
      const message = await take()
      pending = undefined
      return message
    },
    isQuiet: () =>
      Promise.race([take().then(() => false), new Promise<boolean>(resolve => setTimeout(resolve, 50, true))]),
  }
}
