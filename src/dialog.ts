/** The document, and every open shadow root in it. */
export const rootsOf = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
  root,
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsOf(shadowRoot) : [])),
]

/** The page shows a modal dialog, the browser's or its own: a floating survey waits until it is closed. */
export const hasDialog = (document: Document) =>
  rootsOf(document).some(root =>
    [...root.querySelectorAll('dialog[open],[aria-modal=true]')].some(
      element => element.getClientRects().length && element.matches(':modal,[aria-modal=true]'),
    ),
  )
