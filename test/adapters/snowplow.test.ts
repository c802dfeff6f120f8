import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { snowplow } from '../../src/adapters/snowplow'
import { createWorld, loaded, settled, testAdapter, type World } from '../contracts/adapter'

interface Plugin {
  afterTrack(payload: object): void
}

/** The tag's function: what `addPlugin` has brought is told of what is tracked. */
function arrive(window: World) {
  const plugins: Plugin[] = []
  window.snowplow = (command: string, ...args: unknown[]) => {
    const [made, name] = args as [Record<string, () => Plugin>, string]
    if (command === 'addPlugin') plugins.push(made[name]!())
    else plugins.forEach(plugin => void plugin.afterTrack(args[0] as object))
  }
}

const schema = 'iglu:com.snowplowanalytics.snowplow.ecommerce'
const step = (type: string) => ({
  data: { schema: `${schema}/snowplow_ecommerce_action/jsonschema/1-0-2`, data: { type } },
})
const entities = (type: string, data: object) => ({
  data: [
    { schema: 'iglu:com.snowplowanalytics.snowplow/web_page/jsonschema/1-0-0', data: { id: 'w' } },
    { schema: `${schema}/${type}/jsonschema/1-0-0`, data },
  ],
})
const json = JSON.stringify
/** As the tracker makes it: of UTF-8, for URLs. */
const base64 = (value: unknown) => Buffer.from(json(value)).toString('base64url')
const order = { transaction_id: 'O-1', revenue: 50, currency: 'EUR' }

testAdapter('snowplow', {
  adapter: snowplow,
  globals: ['snowplow'],
  arrive,
  say: (window, payload) => window.snowplow('track', payload),
  payload: { e: 'ue', ue_pr: json(step('transaction')), co: json(entities('transaction', order)) },
  told: ['order.completed', { ...order, order_id: 'O-1', value: 50 }],
})

describe('snowplow', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const heard = async (...payloads: object[]) => {
    const window = createWorld()
    arrive(window)
    const track = vi.fn()
    snowplow({ track }, { window })
    for (const payload of payloads) window.snowplow('track', payload)
    await settled()
    return track.mock.calls
  }

  it('reads base64 as well, with letters of any script', async () => {
    const refund = { transaction_id: 'O-1', refund_amount: 20, currency: 'EUR', city: 'Köln 東京' }
    expect(await heard({ e: 'ue', ue_px: base64(step('refund')), cx: base64(entities('refund', refund)) })).toEqual([
      ['order.refunded', { ...refund, order_id: 'O-1', value: 20 }],
    ])
  })

  it('counts what several trackers tell of in one task once', async () => {
    const payload = { e: 'ue', ue_pr: json(step('transaction')), co: json(entities('transaction', order)) }
    expect(await heard({ ...payload, tna: 'a' }, { ...payload, tna: 'b' })).toHaveLength(1)
  })

  it('counts once what two plugins of ours tell of, as where the tag was replaced and its queue worked off', async () => {
    const window = createWorld()
    const queued: unknown[][] = []
    window.snowplow = (...command: unknown[]) => void queued.push(command)
    const track = vi.fn()
    snowplow({ track }, { window })
    window.snowplow('track', { e: 'ue', ue_pr: json(step('transaction')), co: json(entities('transaction', order)) })
    arrive(window)
    for (const command of queued) window.snowplow(...command)
    loaded(window)
    await settled()
    expect(track).toHaveBeenCalledTimes(1)
    for (const { transaction_id } of [{ transaction_id: 'O-2' }, { transaction_id: 'O-3' }])
      window.snowplow('track', {
        e: 'ue',
        ue_pr: json(step('transaction')),
        co: json(entities('transaction', { transaction_id })),
      })
    await settled()
    expect(track.mock.calls.map(([, { order_id }]) => order_id)).toEqual(['O-1', 'O-2', 'O-3'])
  })

  it('passes other events by their own name, and leaves page views and pings alone', async () => {
    const form = { data: { schema: 'iglu:com.acme/quote_asked/jsonschema/1-0-0', data: { type: 'big', size: 3 } } }
    expect(
      await heard(
        { e: 'pv' },
        { e: 'pp' },
        { e: 'ue', ue_pr: json(form) },
        { e: 'se', se_ca: 'video', se_ac: 'played', se_la: 'intro', se_va: '3' },
      ),
    ).toEqual([
      ['quote_asked', { type: 'big', size: 3 }],
      ['played', { label: 'intro', value: 3 }],
    ])
  })

  it('takes the first step alone for the start of a checkout, and others for what was chosen in them', async () => {
    const steps = [
      { step: 1, payment_method: 'card' },
      { step: 2, delivery_method: 'express' },
      { step: 3, payment_method: 'card' },
      { step: 4 },
    ]
    const own = {
      data: { schema: 'iglu:com.acme/checkout/jsonschema/1-0-0', data: { step: 2, payment_method: 'card' } },
    }
    const payloads = steps.map(data => ({
      e: 'ue',
      ue_px: base64(step('checkout_step')),
      cx: base64(entities('checkout_step', data)),
    }))
    expect(await heard(...payloads, { e: 'ue', ue_pr: json(own) })).toEqual([
      ['checkout.started', { step: 1, payment_method: 'card' }],
      ['checkout.shipping', { step: 2, delivery_method: 'express' }],
      ['checkout.payment', { step: 3, payment_method: 'card' }],
      ['checkout_step', { step: 4 }],
      ['checkout', { step: 2, payment_method: 'card' }],
    ])
  })

  it('survives what is not JSON', async () => {
    expect(await heard({ e: 'ue', ue_pr: '{' }, { e: 'ue', ue_px: '!' }, { e: 'ue' })).toEqual([])
  })
})
