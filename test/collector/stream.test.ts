// @vitest-environment node
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createChanges } from '../../collector/src/changes'
import { createStream } from '../../collector/src/report/stream'

it('a reader who leaves is forgotten', async () => {
  const changes = createChanges()
  let watching = 0
  const onChange = (listener: () => void) => {
    watching++
    const stop = changes.onChange(listener)
    return () => {
      watching--
      stop()
    }
  }
  const app = new Hono().get('/', createStream({ ...changes, onChange }, undefined))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => void server.close())
  await vi.waitFor(() => expect(server.address()).not.toBeNull())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

  const leave = new AbortController()
  for (let reader = 0; reader < 3; reader++) {
    const stream = await fetch(url, { signal: leave.signal })
    await stream.body!.getReader().read()
  }
  await fetch(url, { method: 'HEAD' })
  expect(watching).toBe(3)
  leave.abort()
  await vi.waitFor(() => expect(watching).toBe(0))
  changes.announce()
})
