/** The document, once its own markup is there. */
export const parsed = ({ document }: Window) => document.readyState !== 'loading' && document
