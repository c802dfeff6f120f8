import type { Stop } from './contracts'

/** Named events with typed details. A handler that throws hurts nobody else. */
export interface Emitter<Events> {
  on<Name extends keyof Events>(name: Name, handler: (detail: Events[Name]) => unknown): Stop
  /** Calls every handler at once; false when one of them returned false. */
  emit<Name extends keyof Events>(name: Name, detail: Events[Name]): boolean
}

export function createEmitter<Events>(): Emitter<Events> {
  const subscribed = new Set<[name: keyof Events, handler: (detail: never) => unknown]>()
  return {
    on(...one) {
      subscribed.add(one)
      return () => void subscribed.delete(one)
    },
    emit(name, detail) {
      let agreed = true
      for (const [of, handler] of [...subscribed]) {
        try {
          if (of === name) agreed = handler(detail as never) !== false && agreed
        } catch (cause) {
          console.error(cause) // the host's own handler: its author needs to see it
        }
      }
      return agreed
    },
  }
}
