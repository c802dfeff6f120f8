/** The adapters and sources of consent, each a chunk of the host's bundle, by the names of their files. */
export const sources: Record<string, () => Promise<object>> = {}
