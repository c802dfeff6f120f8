import { describe, expect, it } from 'vitest'
import { toOutcome } from '../../src/transport/outcome'

const answer = (status: number, headers: Record<string, string> = {}, redirected = false) =>
  ({ status, ok: status >= 200 && status < 300, redirected, headers: new Headers(headers) }) as Response

describe('toOutcome', () => {
  it.each([200, 201, 202, 204])('%d is an acknowledgement', status => {
    expect(toOutcome(answer(status), 0)).toMatchObject({ kind: 'accepted', status })
  })

  it.each([400, 413, 422])('%d speaks about the record alone', status => {
    expect(toOutcome(answer(status), 0)).toMatchObject({ kind: 'refused', status })
  })

  it.each([408, 409, 425, 429, 500, 502, 503, 504])('%d is a quick trouble of the endpoint', status => {
    expect(toOutcome(answer(status), 0)).toMatchObject({ kind: 'retry', status, slow: false })
  })

  it.each([304, 401, 403, 404, 405, 410, 415])('%d waits for somebody to mend it', status => {
    expect(toOutcome(answer(status), 0)).toMatchObject({ kind: 'retry', status, slow: true })
  })

  it('takes neither a page nor a redirected answer for an acknowledgement', () => {
    const page = { kind: 'retry', status: -1, slow: true }
    expect(toOutcome(answer(200, { 'content-type': 'text/html; charset=utf-8' }), 0)).toEqual(page)
    expect(toOutcome(answer(200, { 'content-type': 'TEXT/HTML' }), 0)).toEqual(page)
    expect(toOutcome(answer(200, {}, true), 0)).toEqual(page)
  })

  it.each([400, 413, 422, 429, 503])('takes %d at its word whatever page comes with it', status => {
    const headers = { 'content-type': 'text/html', 'retry-after': '60' }
    expect(toOutcome(answer(status, headers), 0)).toEqual({ ...toOutcome(answer(status), 0), afterMs: 60_000 })
  })

  it('hears how long the endpoint wants to be left alone', () => {
    expect(toOutcome(answer(429, { 'retry-after': '7' }), 0)).toMatchObject({ afterMs: 7000 })
  })
})
