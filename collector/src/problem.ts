import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
} satisfies Partial<Record<ContentfulStatusCode, string>>

/** What is wrong at one place of the body. */
export interface FieldError {
  /** Dotted, from the top of the body: `answers.0.value`. */
  path: string
  message: string
}

/** A refusal in words that a program can read too: an RFC 9457 problem. */
export interface Problem {
  status: keyof typeof titles
  detail: string
  errors?: FieldError[]
}

/** Answers with a problem body. */
export function refuse(c: Context, problem: Problem, headers?: Record<string, string>) {
  const body = { type: 'about:blank', title: titles[problem.status], ...problem }
  return c.body(JSON.stringify(body), problem.status, { ...headers, 'content-type': 'application/problem+json' })
}

/** Answers a method that a path does not know, and names those it does. */
export function allow(...methods: string[]) {
  const list = methods.join(', ')
  return (c: Context) => refuse(c, { status: 405, detail: `${c.req.path} answers ${list} only.` }, { allow: list })
}
