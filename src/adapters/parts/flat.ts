// biome-ignore lint/suspicious/noExplicitAny: what a page says may be anything
export type Payload = Record<string, any>

/**
 * A fresh object of what is text, number or truth on the top of a payload. Nothing deeper is read. Of all that `typeof`
 * says, `string`, `number` and `boolean` alone have an `r` or an `oo`.
 */
export const flat = (payload: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(payload).filter(([, value]) => /r|oo/.test(typeof value)))
