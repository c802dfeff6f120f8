import { render as apply, type ComponentChild, h } from 'preact'
import type { Tree } from '../jsx-runtime'

/** Brings what is drawn up to date with a tree, by Preact. */
export const render = (tree: Tree, into: Element): void => apply(toPreact(tree), into)

/** The functions of a tree are called as they are met: they keep nothing, so only elements are left for Preact. */
function toPreact(tree: Tree): ComponentChild {
  if (Array.isArray(tree)) return tree.map(toPreact) as never
  if (!tree || typeof tree !== 'object') return tree as ComponentChild
  const { type, props, key } = tree
  return typeof type === 'function'
    ? toPreact(type(props))
    : h(type, { ...props, ...(key !== undefined && { key }) }, toPreact(props.children))
}
