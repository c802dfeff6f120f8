type Listen = (types: string, hear: (event: { type: string }) => void) => unknown

/** As much of a page's jQuery as we use. */
export type JQuery = (target: unknown) => { on: Listen; off: Listen }
