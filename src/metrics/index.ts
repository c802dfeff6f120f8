/**
 * What the answers say, as numbers: pure functions that name their formula and run in Node and in the browser.
 * @module
 */
export { distribution, type ScalePoint } from './distribution'
export { type Interval, normalInterval, wilsonInterval, z95 } from './interval'
export { type Nps, type NpsGroup, nps, npsGroup, npsOfDistribution, npsScale } from './nps'
