import type { Adapter } from '../contracts'
import { parsed } from './parts/parsed'
import { step } from './parts/step'
import { when } from './parts/when'

/** Routes, as Shopware hands them to its own analytics. */
const routes: Record<string, string> = {
  __proto__: null as never,
  'frontend.detail.page': 'product.viewed',
  'frontend.checkout.cart.page': 'cart.viewed',
  'frontend.checkout.register.page': 'checkout.started',
  'frontend.checkout.confirm.page': 'checkout.started',
}

/**
 * Tells where the visitor is by Shopware's route, and an order by what the finish page carries for Shopware's own
 * analytics: its number, total and currency. A payment that has failed ends on the same page, and is no order yet.
 * https://github.com/shopware/shopware/tree/trunk/src/Storefront/Resources/app/storefront/src/plugin/google-analytics
 */
export const shopware: Adapter = (pulso, { global = 'activeRoute', window: page = window } = {}) =>
  when(
    page,
    () => parsed(page),
    markup => {
      const data = (selector: string) => markup.querySelector<HTMLElement>(selector)?.dataset ?? {}
      const { orderNumber } = data('.finish-ordernumber')
      const { value, currency } = data('.hidden-line-items-information')
      if (orderNumber && !/\bpaymentFailed=(1|true)/.test(page.location.search))
        pulso.track('order.completed', step(orderNumber, value, currency))
      const name = routes[(page as never as Record<string, string>)[global as string]!]
      if (name) pulso.track(name, {})
      return undefined
    },
  )
