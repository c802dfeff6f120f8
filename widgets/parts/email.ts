/** Something before an @ and a name with a dot after it: whether mail arrives there, only mail can tell. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
