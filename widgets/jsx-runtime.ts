import type { ComponentChildren, ComponentType, JSX } from 'preact'

export type { JSX }

/** What JSX stands for: a description of an element, or of what a function makes of its properties. */
export interface Description {
  type: string | ((props: object) => Tree)
  props: Record<string, unknown> & { children?: Tree }
  key: string | number | undefined
}

/** Anything that can stand between two tags. */
export type Tree = Description | Tree[] | string | number | boolean | null | undefined

/** What the compiler makes of `<type {...props} />`. It draws nothing: `draw` does, once, and Preact from then on. */
export const jsx = (type: string | ComponentType, props: object, key?: string | number) => ({ type, props, key })

export { jsx as jsxs }

export const Fragment = ({ children }: { children?: ComponentChildren }) => children
