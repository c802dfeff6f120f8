import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { refuse } from './problem'

const cookieName = 'pulso_report'

/**
 * Lets through who knows the token: in `Authorization: Bearer …`, once as `?token=…`, or by the cookie that this leaves
 * behind. The cookie is unreadable to scripts, is sent to this site alone and holds a digest in place of the token.
 * Without a token everybody is let through.
 */
export function requireToken(token: string | undefined): MiddlewareHandler {
  if (token === undefined) return (_, next) => next()
  const pass = digest(token)
  return async function access(c, next) {
    const bearer = c.req.header('authorization')?.match(/^Bearer +(\S+)$/i)?.[1]
    const query = c.req.query('token')
    if (query !== undefined && same(digest(query), pass)) {
      const secure = new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
      setCookie(c, cookieName, pass, {
        path: '/report',
        httpOnly: true,
        sameSite: 'Strict',
        secure,
        maxAge: 30 * 86400,
      })
      return next()
    }
    if (bearer !== undefined && same(digest(bearer), pass)) return next()
    if (same(getCookie(c, cookieName) ?? '', pass)) return next()
    const detail = 'Reading needs the token: open /report?token=… once, or send it as "Authorization: Bearer …".'
    return refuse(c, { status: 401, detail }, { 'www-authenticate': 'Bearer' })
  }
}

function digest(token: string) {
  return createHash('sha256').update(`pulso report ${token}`).digest('hex')
}

/** Compares in a time that says nothing about where they differ. */
function same(a: string, b: string) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
