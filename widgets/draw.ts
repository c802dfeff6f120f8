import type { Description, Tree } from './jsx-runtime'

const handler = /^on[A-Z]/

/**
 * Draws a tree of HTML for the first time: the survey is in sight before Preact has arrived, which looks after every change.
 * What it returns lets go of the handlers, for Preact takes over the elements and listens itself.
 */
export function draw(tree: Tree, into: Element): () => void {
  const { ownerDocument: document } = into
  let held = true

  function add(one: Tree, parent: Element) {
    if (Array.isArray(one)) for (const each of one) add(each, parent)
    else if (one && typeof one === 'object') element(one, parent)
    else if (one != null && typeof one !== 'boolean') parent.append(`${one}`)
  }
  function element({ type, props: { children, ...props } }: Description, parent: Element) {
    if (typeof type === 'function') return add(type({ children, ...props }), parent)
    const drawn = document.createElement(type)
    for (const [name, value] of Object.entries(props)) {
      const aria = name.startsWith('aria-')
      if (handler.test(name))
        drawn.addEventListener(name.slice(2).toLowerCase(), event => held && (value as EventListener)(event))
      else if (value != null && (aria || value !== false))
        drawn.setAttribute(name, aria || value !== true ? `${value}` : '')
    }
    add(children, drawn)
    parent.append(drawn)
  }

  add(tree, into)
  return () => {
    held = false
  }
}
