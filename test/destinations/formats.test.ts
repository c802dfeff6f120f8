import { describe, expect, it } from 'vitest'
import type { Response } from '../../src/contracts'
import * as formats from '../../src/destinations'
import { json } from '../../src/destinations/json'
import { Response as Schema } from '../../src/schema'

const response = Schema.parse({
  id: 'V1StGXR8_Z5jdHi6B-myT',
  revision: 3,
  status: 'complete',
  touchpoint: { id: 'post-purchase' },
  survey: { id: 'nps' },
  channel: 'web',
  locale: 'es',
  answers: [
    { question: 'nps', kind: 'nps', value: 9, scale: [0, 10] },
    { question: 'why', kind: 'text', value: 'Rápido & bien = \uD83D\uDE00 \uD800' },
    { question: 'likes', kind: 'choice', value: ['price', 'care'] },
  ],
  respondent: { anonymousId: 'visitor-1' },
  page: { url: 'https://example.com/order' },
  shownAt: '2026-11-23T10:00:00.000Z',
  updatedAt: '2026-11-23T10:00:05.000Z',
  sdk: { name: 'pulso', version: '0.1.0' },
}) as Response

describe('every format', () => {
  it.each(Object.entries({ json, ...formats }))(
    '%s is the same bytes for the same response, and loses nothing of it',
    (_, format) => {
      const before = JSON.stringify(response)
      const { body, type } = format(response)
      expect(format(response)).toEqual({ body, type })
      expect(JSON.stringify(response)).toBe(before)
      const readable = type.startsWith('application/x-www') ? new URLSearchParams(body).get('response')! : body
      expect(readable).toContain('"revision":3')
      expect(JSON.parse(readable)).toBeTruthy()
    },
  )
})

describe('formats', () => {
  it('text is the JSON that a browser sends without asking first', () => {
    expect(formats.text(response)).toEqual({ body: json(response).body, type: 'text/plain;charset=UTF-8' })
  })

  it('cloudevents is one structured event, known by its source and id', () => {
    const { body, type } = formats.cloudevents(response)
    expect(type).toBe('application/cloudevents+json')
    expect(JSON.parse(body)).toEqual({
      specversion: '1.0',
      id: 'V1StGXR8_Z5jdHi6B-myT.3',
      source: 'https://example.com/order',
      type: 'pulso.response.complete',
      subject: 'post-purchase',
      time: '2026-11-23T10:00:05.000Z',
      datacontenttype: 'application/json',
      data: JSON.parse(JSON.stringify(response)),
    })
  })

  it('segment is a track call with a property for each answer', () => {
    expect(JSON.parse(formats.segment(response).body)).toMatchObject({
      type: 'track',
      event: 'Survey Completed',
      messageId: 'V1StGXR8_Z5jdHi6B-myT.3',
      anonymousId: 'visitor-1',
      timestamp: '2026-11-23T10:00:05.000Z',
      properties: { nps: 9, likes: ['price', 'care'], touchpoint: 'post-purchase', survey: 'nps' },
      context: { locale: 'es', page: { url: 'https://example.com/order' } },
    })
    const known = { ...response, status: 'partial', respondent: { userId: 'u-1' } } as Response
    expect(JSON.parse(formats.segment(known).body)).toMatchObject({
      event: 'Survey Answered',
      userId: 'u-1',
      anonymousId: response.id,
    })
    const keyed = formats.segment(response, { writeKey: 'wk' })
    expect(keyed.type).toBe('text/plain')
    expect(JSON.parse(keyed.body)).toMatchObject({ writeKey: 'wk', type: 'track' })
    expect(formats.segment(response).type).toBe('application/json')
    expect(formats.segment(response).body).not.toContain('writeKey')
  })

  it('form has a field for each answer, and the whole beside them', () => {
    const { body, type } = formats.form(response)
    expect(type).toBe('application/x-www-form-urlencoded;charset=UTF-8')
    const fields = new URLSearchParams(body)
    expect(Object.fromEntries(fields)).toMatchObject({
      id: response.id,
      revision: '3',
      status: 'complete',
      nps: '9',
      likes: '["price","care"]',
      page: 'https://example.com/order',
    })
    expect(JSON.parse(fields.get('response')!).answers).toHaveLength(3)
  })
})
