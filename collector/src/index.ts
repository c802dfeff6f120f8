/**
 * The collector: it takes responses in, keeps them, and shows what they say.
 * @module
 */
export { type CollectorOptions, createCollector } from './app'
export { openSqlite } from './sqlite'
export type { Comment, NpsCount, Store } from './store'
