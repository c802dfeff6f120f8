import type { Pulso } from './client'

const name = 'pulso-survey'

/** Who shows what stands in the page: the client that was made last. */
let client: Pick<Pulso, 'show'>

/** `<pulso-survey survey="csat">` stands wherever a page puts it, any number of times, in any framework. */
export function define(window: Window & typeof globalThis, pulso: Pick<Pulso, 'show'>): void {
  client = pulso
  if (window.customElements.get(name)) return
  window.customElements.define(
    name,
    class extends window.HTMLElement {
      shown?: Promise<boolean>
      async connectedCallback() {
        await null // a framework may set the attribute right after
        // An element that a framework moves keeps its survey.
        this.shown ??= client.show(this.getAttribute('survey') ?? '', { into: this })
      }
    },
  )
}
