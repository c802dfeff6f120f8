import { bigcommerce } from '../../src/adapters/bigcommerce'
import { testAdapter } from '../contracts/adapter'

const groups = {
  product: ['pageViewed'],
  cart: ['addItem', 'removeItem', 'viewed'],
  checkout: ['checkoutBegin', 'shippingDetailsProvided', 'paymentDetailsProvided', 'orderPurchased'],
}

/** BigCommerce's `bodlEvents`: each method takes a callback and keeps it. */
function bodl() {
  const heard: Record<string, ((payload: unknown) => void)[]> = {}
  const subscribe = (method: string) => (hear: (payload: unknown) => void) => {
    heard[method] = [...(heard[method] ?? []), hear]
  }
  const made = Object.entries(groups).map(([group, methods]) => [
    group,
    Object.fromEntries(methods.map(method => [method, subscribe(method)])),
  ])
  return {
    ...Object.fromEntries(made),
    emit: (method: string, said: unknown) => heard[method]?.forEach(hear => void hear(said)),
  }
}

testAdapter('bigcommerce', {
  adapter: bigcommerce,
  globals: ['bodlEvents'],
  arrive(window) {
    window.bodlEvents = bodl()
  },
  say: (window, payload) => window.bodlEvents?.emit('orderPurchased', payload),
  payload: { transaction_id: 118, cart_value: '129,90 €', currency: 'EUR' },
  told: ['order.completed', { order_id: 118, value: 129.9, currency: 'EUR' }],
})
testAdapter('bigcommerce, by the documented name of the id', {
  adapter: bigcommerce,
  options: { global: 'renamed' },
  globals: ['renamed'],
  arrive(window) {
    window.renamed = bodl()
  },
  say: (window, payload) => window.renamed?.emit('orderPurchased', payload),
  payload: { order_id: '118', cart_value: 50 },
  told: ['order.completed', { order_id: '118', value: 50 }],
})
testAdapter('bigcommerce, of a cart', {
  adapter: bigcommerce,
  globals: ['bodlEvents'],
  arrive(window) {
    window.bodlEvents = bodl()
  },
  say: (window, payload) => window.bodlEvents?.emit('addItem', payload),
  payload: { cart_value: 20, currency: 'USD' },
  told: ['cart.added', { value: 20, currency: 'USD' }],
})
