import type { Stop } from '../../src/contracts'

/** Carries the news that something was stored, from the intake to whoever watches. It says that, not what. */
export interface Changes {
  announce(): void
  onChange(listener: () => void): Stop
}

/** News within this process. */
export function createChanges(): Changes {
  const listeners = new Set<() => void>()
  return {
    announce() {
      for (const listener of listeners) listener()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
