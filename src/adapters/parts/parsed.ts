/** The page's document, once its own markup is there. */
export const parsed = (page: Window) => page.document.readyState !== 'loading' && page.document
