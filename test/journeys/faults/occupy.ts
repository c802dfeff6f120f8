import type { Page } from '@playwright/test'

declare global {
  interface Window {
    leaveDatabase(): void
  }
}

/**
 * Another script of the origin holds the product's table in a transaction that does not end before it is told to: until
 * then nothing can be stored, and nothing fails.
 */
export async function occupy(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const request = indexedDB.open('pulso')
        request.onsuccess = () => {
          const database = request.result
          const rows = database.transaction('queue', 'readwrite').objectStore('queue')
          let occupied = true
          window.leaveDatabase = () => {
            occupied = false
            database.close()
          }
          const again = () => {
            resolve()
            if (occupied) rows.get('').onsuccess = again
          }
          rows.get('').onsuccess = again
        }
      }),
  )
  return () => page.evaluate(() => window.leaveDatabase())
}
