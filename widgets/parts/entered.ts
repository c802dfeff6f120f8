/** What was entered as text, by the visitor or by the page, which may have entered anything of any length. */
export const entered = (draft: unknown, most = 2000): string =>
  /string|number/.test(typeof draft) ? `${draft}`.slice(0, most) : ''
