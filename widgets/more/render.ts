import { render as apply, type ComponentChild, h } from 'preact'
import type { Tree } from '../jsx-runtime'
import { firstOf, keepFocus } from './focus'
import { hold } from './hold'
import { ownKeys } from './keys'

/** Brings what is drawn up to date with a tree, by Preact; what is typed in it is its own. */
export function render(tree: Tree, into: HTMLElement): void {
  ownKeys(into)
  keepFocus(into)
  // A page may have several of these, which are told apart by what they ask.
  if ((into.getRootNode() as Partial<ShadowRoot>).host?.matches('[data-pulso=inline]')) {
    into.id = 'card'
    into.setAttribute('aria-labelledby', 'card title')
  }
  const step = into.querySelector('.step')
  apply(toPreact(tree), into)
  // Of a step with nothing to enter the title has the focus, so it is that which is described.
  if (into.querySelector('.about') && !firstOf(into))
    into.querySelector('#title')!.setAttribute('aria-describedby', 'about')
  if (into.querySelector('.step') !== step) hold(into)
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
