/** A fresh object of what is text, number or truth on the top of a payload. Nothing deeper is read. */
export const flat = (payload: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(payload).filter(([, value]) => /string|number|boolean/.test(typeof value)))
