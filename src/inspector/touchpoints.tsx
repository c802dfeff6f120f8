/** @jsxImportSource preact */
import type { Gate } from '../contracts'
import { Mark } from './mark'
import type { Shown } from './state'

/** Each touchpoint with its verdict, every gate's sentence below it, and who the visitor is. */
export function Touchpoints({ state: { touchpoints, visitor, canUndo }, actions }: Shown) {
  return (
    <>
      <section aria-label="Touchpoints">
        {touchpoints.length ? (
          <ul class="rows">
            {touchpoints.map(({ id, when, placement, gates, isUsable, last }) => (
              <li key={id}>
                <details class="first">
                  <summary>
                    <span>
                      <b>{id}</b>
                      <Verdict gates={gates} />
                      {last && <small class="line">The last time: {last.words}</small>}
                      <small class="line">{[when, placement].filter(Boolean).join(' · ')}</small>
                    </span>
                  </summary>
                  <ol class="gates inside" aria-label={`Gates of ${id}`}>
                    {gates.map(({ gate, pass, reason }) => (
                      <li key={gate} class={pass ? 'muted' : ''}>
                        <Mark kind={remarks.test(gate) ? 'warning' : pass ? 'pass' : 'stop'} />
                        <code>{gate}</code>
                        <span>{reason}</span>
                      </li>
                    ))}
                  </ol>
                </details>
                {isUsable && (
                  <button
                    type="button"
                    aria-label={`Show ${id}`}
                    title="Show it now, whatever the gates say"
                    onClick={() => actions.show(id)}
                  >
                    Show
                  </button>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <p class="muted">
            The configuration has no touchpoint that can be used: only show() asks. The tab Config says more.
          </p>
        )}
      </section>
      <section aria-label="Visitor">
        <h3>Visitor</h3>
        <p>
          <code>{visitor.id}</code>
        </p>
        <p class="muted">
          {visitor.visits ? `Visits: ${visitor.visits}. ` : ''}
          {visitor.optedOut ? 'Does not want to be asked again.' : ''}
        </p>
        <div class="two">
          <button type="button" onClick={actions.forget}>
            Forget this visitor
          </button>
          {canUndo && (
            <button type="button" onClick={actions.undo}>
              Undo
            </button>
          )}
        </div>
        <p class="muted">
          What was shown, answered, counted and remembered in this browser is gone then, and so is who the page said the
          visitor is. A wish not to be asked again stays, and so do answers that wait.
        </p>
      </section>
    </>
  )
}

/** What `explain` tells besides the gates: it keeps nobody from being asked, and yet is amiss. */
const remarks = /^(bad|storage|data|where)/

/** Whether the visitor would be asked now, and the first reason why not. */
function Verdict({ gates }: { gates: Gate[] }) {
  const no = gates.find(({ pass }) => !pass)
  if (!gates.length) return <span class="line muted">…</span>
  return no ? <span class="line wary">Not now: {no.reason}</span> : <span class="line good">Would be asked now.</span>
}
