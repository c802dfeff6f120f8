/** The document, and every open shadow root in it. */
export const rootsOf = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
  root,
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsOf(shadowRoot) : [])),
]

/** What the page has of modal dialogs, the browser's or its own, open or only hidden. */
export const dialogsOf = (document: Document): Element[] =>
  rootsOf(document).flatMap(root => [...root.querySelectorAll('dialog[open],[role$=dialog]')])
