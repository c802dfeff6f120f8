/** Replaced at build time by the version in package.json. */
declare const __VERSION__: string

/** The version of this package. */
export const version = __VERSION__
