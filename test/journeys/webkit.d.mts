export const miniBrowser: string
export const hasWebKit: boolean
