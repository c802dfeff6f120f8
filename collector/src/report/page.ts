import { html } from 'hono/html'
import { npsGroup } from '../../../src/metrics'
import type { Comment } from '../store'
import { histogram, intervalLine, sharesBar } from './charts'
import { counted, percent, signed, utc } from './format'
import { maxComments, type Summary, type TouchpointSummary } from './summary'

/** Fewer answers than this say little about the next ones. */
const steadyCount = 30

/** The whole page. Every text that came from outside is escaped by the `html` tag. */
export function page(summary: Summary, origin: string) {
  const empty = summary.touchpoints.length === 0 && summary.comments.length === 0
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Feedback report · Pulso</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/report.css">
    <script src="/report.js" type="module"></script>
  </head>
  <body>
    <header class="top">
      <p class="brand"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 13h5l3-8 4 14 3-6h5"></path></svg>Pulso</p>
      <p class="live" role="status" hidden></p>
    </header>
    <main>
      <div class="intro" data-key="intro">
        <h1>Feedback report</h1>
        ${empty ? '' : overview(summary)}
      </div>
      ${empty ? welcome(origin) : html`${scores(summary)}${comments(summary)}`}
    </main>
  </body>
</html>`
}

function overview({ answers, touchpoints, lastAt }: Summary) {
  if (lastAt === null) return ''
  return html`<p>${counted(answers, 'score')} at ${counted(touchpoints.length, 'touchpoint')}, the latest on ${time(lastAt)}</p>`
}

function welcome(origin: string) {
  const tag = `<script async src="${origin}/pulso.js"
  data-endpoint="${origin}/v1/responses"
  data-on="order.completed"
  data-survey="nps"></script>`
  return html`<section class="welcome" data-key="welcome">
    <h2>No answers yet</h2>
    <p>Put this tag on your page. It asks for a score after an order; change <code>data-on</code> to ask at another moment.</p>
    <pre><code>${tag}</code></pre>
    <p>The first answer appears here by itself.</p>
  </section>`
}

function scores({ touchpoints }: Summary) {
  return html`<section class="scores" data-key="scores" aria-labelledby="scores-heading">
    <h2 id="scores-heading">Net Promoter Score</h2>
    ${touchpoints.length === 0 ? html`<p class="quiet" data-key="no-scores">Nobody has given a score yet.</p>` : ''}
    ${touchpoints.map(card)}
  </section>`
}

function card({ id, stage, nps, points }: TouchpointSummary) {
  const groups = [
    { group: 'detractor', name: 'Detractors', range: '0–6', count: nps.detractors },
    { group: 'passive', name: 'Passives', range: '7–8', count: nps.passives },
    { group: 'promoter', name: 'Promoters', range: '9–10', count: nps.promoters },
  ]
  return html`<article class="card" data-key="touchpoint ${id}">
    <header>
      <h3 dir="auto">${id}</h3>
      ${stage === null ? '' : html`<p class="stage" dir="auto">${stage}</p>`}
      <p class="count">${counted(nps.count, 'answer')}</p>
    </header>
    <div class="score">
      <p class="number">${signed(nps.score!)}</p>
      ${intervalLine(nps)}
      <p class="ends" aria-hidden="true"><span>−100</span><span>0</span><span>+100</span></p>
      ${certainty(nps)}
    </div>
    <div class="answers">
      ${sharesBar(nps)}
      <ul class="groups">
        ${groups.map(
          ({ group, name, range, count }) => html`<li class="${group}">
            <span class="name">${name} <small>${range}</small></span>
            <span class="share">${percent(count, nps.count)}</span>
            <span class="size">${count.toLocaleString('en')}</span>
          </li>`,
        )}
      </ul>
      ${histogram(points)}
    </div>
  </article>`
}

function certainty({ count, interval }: TouchpointSummary['nps']) {
  const [low, high] = interval!
  const words =
    low === high
      ? 'All answers fall in one group, which is too little to tell how far the true score may be.'
      : html`The true score is very likely between <strong>${signed(low)}</strong> and <strong>${signed(high)}</strong> (95 % interval).`
  const warning = html`<p class="unsteady">Fewer than ${steadyCount} answers: the score is still unsteady.</p>`
  return html`<p class="certainty">${words}</p>${count < steadyCount ? warning : ''}`
}

function comments({ comments, hasMore, commented }: Summary) {
  const more = hasMore ? html`<p class="quiet" data-key="more">The newest ${maxComments} are shown.</p>` : ''
  const from = `from ${commented.toLocaleString('en')} ${commented === 1 ? 'response' : 'responses'}`
  return html`<section class="comments" data-key="comments" aria-labelledby="comments-heading">
    <h2 id="comments-heading">Comments <span class="total">${from}</span></h2>
    ${comments.length === 0 ? html`<p class="quiet" data-key="no-comments">Nobody has written anything yet.</p>` : ''}
    ${comments.map(comment)}
    ${more}
  </section>`
}

function comment({ key, nps, text, touchpoint, locale, at }: Comment) {
  const chip =
    nps === null
      ? html`<p class="chip none" title="No score">–</p>`
      : html`<p class="chip ${npsGroup(nps)}"><span class="unseen">Score </span>${nps}</p>`
  return html`<article class="comment" data-key="comment ${key}">
    ${chip}
    <p class="words" dir="auto">${text}</p>
    <p class="about">${time(at)}<span dir="auto">${touchpoint}</span><span>${locale}</span></p>
  </article>`
}

function time(iso: string) {
  return html`<time datetime="${iso}">${utc(iso)}</time>`
}
