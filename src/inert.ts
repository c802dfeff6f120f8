import type { Pulso } from './client'

/** The client of a place without a page: every call is allowed, and nothing comes of it. */
export const inert: Pulso = {
  track() {},
  show: async () => false,
  dismiss() {},
  identify() {},
  reset() {},
  optOut() {},
  explain: async () => [],
  on: () => () => {},
  setConsent() {},
  pending: async () => 0,
  refused: async () => [],
  retry: async () => false,
  flush: async () => {},
  destroy() {},
}
