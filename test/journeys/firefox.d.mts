/** An installed Firefox of any age; and one that Playwright can drive. */
export const anyFirefox: string | undefined
export const firefox: string | undefined
export const aboutFirefox: string
