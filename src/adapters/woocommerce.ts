import type { Adapter } from '../contracts'
import type { JQuery } from './parts/jquery'
import { parsed } from './parts/parsed'
import { step } from './parts/step'
import { when } from './parts/when'

/** jQuery knows them by these names on classic themes, and the browser, from blocks, with `wc-blocks_` before them. */
const carts = ['added_to_cart', 'removed_from_cart']

/**
 * Hears carts from classic themes, whose events jQuery alone knows of, and from blocks, whose events are the browser's; a
 * shop with both says each thing twice at once, and we tell it once. An order is told from the page that thanks for it, in
 * its classic form, or from that page's address in block themes; there is none where the
 * payment has failed: https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/templates/checkout/thankyou.php
 */
export const woocommerce: Adapter = (pulso, { global = 'jQuery', window: page = window } = {}) => {
  let timer: number
  const hear = ({ type }: { type: string }) => {
    page.clearTimeout(timer)
    timer = page.setTimeout(() => {
      try {
        pulso.track(/add/.test(type) ? 'cart.added' : 'cart.removed', {})
      } catch {}
    })
  }
  const listen = (change: 'addEventListener' | 'removeEventListener') => {
    for (const type of carts) page[change](`wc-blocks_${type}`, hear, true) // some of them do not bubble
  }
  listen('addEventListener')
  const stops = [
    () => listen('removeEventListener'),
    when(
      page,
      () => (page as never as Record<string, JQuery>)[global as string],
      jQuery => {
        const target = jQuery(page.document)
        target.on(carts.join(' '), hear)
        return () => target.off(carts.join(' '), hear)
      },
    ),
    when(
      page,
      () => parsed(page),
      markup => {
        const find = (selector: string) => markup.querySelector(selector)?.textContent?.trim()
        // In block themes it is the address that has the number.
        const order =
          find('.woocommerce-order-overview__order strong') ?? /received[/=](\d+)/.exec(page.location.href)?.[1]
        if (order && !find('[class*=order-failed],[class*=status__actions]'))
          pulso.track(
            'order.completed',
            // Taxes may follow in the total, so its first amount is taken. The dots of `kr.` or `S/.` are none of its number.
            step(order, find('.woocommerce-order-overview__total .amount')?.replace(/[\p{L}/]\./gu, '')),
          )
      },
    ),
  ]
  return () => stops.forEach(stop => void stop())
}
