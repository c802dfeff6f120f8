import type { ComponentChildren } from 'preact'

/** An address that may be linked to, in full; undefined for any other, `javascript:` first of all. */
export function safeUrl(href: unknown): string | undefined {
  try {
    const url = new URL(href as string, document.baseURI)
    return typeof href === 'string' && href && /^(https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/** A link in a new tab, so that neither the page nor the survey is left. */
export const Link = (props: {
  href: string
  lang: string | undefined
  onClick?(): void
  onAuxClick?(event: MouseEvent): void
  children: ComponentChildren
}) => <a class="go" part="link" target="_blank" rel="noopener" {...props} />
