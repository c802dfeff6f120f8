import type { Adapter } from '../contracts'
import { parsed } from './parts/parsed'
import { step } from './parts/step'
import { when } from './parts/when'

/** What a visitor did that changed the cart, and the pages as PrestaShop names them on the body. */
const canonical: Record<string, string> = {
  __proto__: null as never,
  'add-to-cart': 'cart.added',
  'delete-from-cart': 'cart.removed',
  product: 'product.viewed',
  cart: 'cart.viewed',
  checkout: 'checkout.started',
}

type Listen = (type: 'updateCart', handler: (payload: { reason: { linkAction: string } }) => void) => void

interface PrestaShop {
  on: Listen
  removeListener: Listen
  currency?: { iso_code?: unknown }
}

/**
 * Hears the cart on PrestaShop's own emitter: https://devdocs.prestashop-project.org/8/themes/reference/javascript-events/
 * An order is told from its confirmation page, by the id in the address, which PrestaShop's own analytics send, too. That
 * address has the cart's id as well; where a customer looks at an old order, it has none.
 */
export const prestashop: Adapter = (pulso, { global = 'prestashop', window: page = window } = {}) => {
  const shop = () => (page as never as Record<string, PrestaShop | undefined>)[global as string]
  const tell = (name: string) => canonical[name] && pulso.track(canonical[name], {})
  const stops = [
    // The page prints its settings there first, and a script makes an emitter of them.
    when(
      page,
      () => shop()?.on && shop(),
      found => {
        const hear: Parameters<Listen>[1] = payload => {
          try {
            tell(payload.reason.linkAction)
          } catch {} // another reason
        }
        found.on('updateCart', hear)
        return () => found.removeListener('updateCart', hear)
      },
    ),
    when(
      page,
      () => parsed(page),
      markup => {
        const order = /^(?=.*\bid_cart=\d).*\bid_order=(\d+)/.exec(page.location.search)
        // The dots of a currency, as in `kr.`, are none of its number.
        const total = markup.querySelector('.total-value td:last-child')
        if (order)
          pulso.track(
            'order.completed',
            step(order[1], total?.textContent?.replace(/[\p{L}/]\./gu, ''), shop()?.currency?.iso_code),
          )
        tell(markup.body.id)
      },
    ),
  ]
  return () => stops.forEach(stop => void stop())
}
