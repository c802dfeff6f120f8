import { render as apply, type ComponentChild, h } from 'preact'
import type { Tree } from '../jsx-runtime'
import { ownKeys } from './keys'

/** Brings what is drawn up to date with a tree, by Preact; what is typed in it is its own. */
export function render(tree: Tree, into: HTMLElement): void {
  ownKeys(into)
  apply(toPreact(tree), into)
}

/** The functions of a tree are called as they are met: they keep nothing, so only elements are left for Preact. */
function toPreact(tree: Tree): ComponentChild {
  if (Array.isArray(tree)) return tree.map(toPreact) as never
  if (!tree || typeof tree !== 'object') return tree as ComponentChild
  const { type, props, key } = tree
  return typeof type === 'function'
    ? toPreact(type(props))
    : h(type, { ...props, ...(key !== undefined && { key }) }, toPreact(props.children))
}
