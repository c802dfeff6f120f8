import { Hono } from 'hono'
import { cors } from 'hono/cors'
import * as z from 'zod/mini'
import { Response } from '../../src/schema'
import { readJson } from './body'
import { allow, type FieldError, refuse } from './problem'
import type { Store } from './store'

const maxErrors = 20
const inWords = { error: z.locales.en().localeError }

/** What the intake needs. */
export interface IntakeOptions {
  store: Store
  origins: string[] | undefined
  now: () => Date
  /** Called after a commit that changed something. */
  changed: () => void
}

/**
 * Takes responses in: `POST /responses`, one or an array. It answers `200 {"accepted": n, "changed": m}` once all of them are on
 * the disk, repeats and older revisions included, for they need no further try. When one of an array is at fault, none
 * is stored and the answer names it.
 */
export function createIntake({ store, origins, now, changed }: IntakeOptions) {
  const intake = new Hono()
  intake.use(
    cors({
      origin: origins ?? '*',
      allowMethods: ['POST', 'OPTIONS'],
      allowHeaders: ['content-type', 'authorization', 'idempotency-key'],
      exposeHeaders: ['retry-after'],
      maxAge: 7200,
    }),
  )

  intake.post('/responses', async c => {
    const origin = c.req.header('origin')
    // A simple request arrives whatever CORS says, so the list is kept here too.
    if (origins && origin !== undefined && !origins.includes(origin)) {
      return refuse(c, { status: 403, detail: 'Responses from this origin are not taken.' })
    }
    const body = await readJson(c.req.raw)
    if (body.kind === 'refused') return refuse(c, body.problem)
    const parsed = validate(body.value)
    if (parsed.kind === 'wrong') {
      const [first] = parsed.errors
      const detail = first!.path === '' ? first!.message : `${first!.path}: ${first!.message}`
      return refuse(c, { status: 422, detail, errors: parsed.errors })
    }
    const count = await store.save(parsed.responses, now())
    if (count > 0) changed()
    return c.json({ accepted: parsed.responses.length, changed: count })
  })
  intake.all('/responses', allow('POST', 'OPTIONS'))
  return intake
}

type Validated = { kind: 'right'; responses: Response[] } | { kind: 'wrong'; errors: FieldError[] }

function validate(value: unknown): Validated {
  const several = Array.isArray(value)
  const result = several ? z.array(Response).safeParse(value, inWords) : Response.safeParse(value, inWords)
  if (result.success) return { kind: 'right', responses: [result.data].flat() }
  const errors = result.error.issues
    .slice(0, maxErrors)
    .map(issue => ({ path: issue.path.join('.'), message: issue.message }))
  return { kind: 'wrong', errors }
}
