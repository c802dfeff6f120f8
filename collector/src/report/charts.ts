import { html } from 'hono/html'
import { type Nps, npsGroup, type ScalePoint } from '../../../src/metrics'

// SVG attributes, because the page's policy refuses style attributes. The numbers beside each drawing say the same.

/** The shares of detractors, passives and promoters as one bar. */
export function sharesBar({ detractors, passives, promoters, count }: Nps) {
  const parts = [
    { group: 'detractor', size: detractors },
    { group: 'passive', size: passives },
    { group: 'promoter', size: promoters },
  ].filter(part => part.size > 0)
  let start = 0
  const rects = parts.map(({ group, size }) => {
    const x = (100 * start) / count
    start += size
    return html`<rect class="${group}" x="${x}%" width="${(100 * size) / count}%" height="100%"></rect>`
  })
  return html`<svg class="shares" aria-hidden="true">${rects}</svg>`
}

/** The score and its interval on the line from −100 to 100. */
export function intervalLine({ score, interval }: Nps) {
  if (score === null || interval === null) return ''
  const [low, high] = interval
  return html`<svg class="interval" aria-hidden="true">
    <line class="track" x1="0" x2="100%" y1="50%" y2="50%"></line>
    <line class="zero" x1="50%" x2="50%" y1="20%" y2="80%"></line>
    <line class="reach" x1="${place(low)}%" x2="${place(high)}%" y1="50%" y2="50%"></line>
    <circle cx="${place(score)}%" cy="50%" r="6"></circle>
  </svg>`
}

function place(score: number) {
  return (score + 100) / 2
}

/** How many gave each answer from 0 to 10: a table whose cells are drawn as columns, with the scale below them. */
export function histogram(points: readonly ScalePoint[]) {
  const highest = Math.max(1, ...points.map(point => point.count))
  return html`<table class="histogram">
    <caption class="unseen">How many gave each answer</caption>
    <thead>
      <tr>${points.map(({ value }) => html`<th scope="col">${value}</th>`)}</tr>
    </thead>
    <tbody>
      <tr>${points.map(point => html`<td><span class="unseen">${point.count}</span>${column(point, highest)}</td>`)}</tr>
    </tbody>
  </table>`
}

function column({ value, count }: ScalePoint, highest: number) {
  if (count === 0) return html`<svg aria-hidden="true"></svg>`
  const height = (100 * count) / highest
  const top = 100 - height
  return html`<svg aria-hidden="true">
    <rect class="${npsGroup(value)}" y="${top}%" width="100%" height="${height}%"></rect>
    <text x="50%" y="${top}%" dy="-5">${count}</text>
  </svg>`
}
