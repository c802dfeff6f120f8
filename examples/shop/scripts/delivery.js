const freeFrom = 75

/** What a delivery costs for a subtotal, in euros. */
export function deliveryPrice(tier, subtotal) {
  if (tier === 'express') return 12
  return subtotal >= freeFrom ? 0 : 5
}
