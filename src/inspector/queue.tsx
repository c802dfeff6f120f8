/** @jsxImportSource preact */
import { clockOf } from './clock'
import type { Shown } from './state'

/** What waits for delivery, what the endpoint would not take, and what was told of it. */
export function Queue({ state: { queue }, actions }: Shown) {
  const { pending, refused, told } = queue
  return (
    <>
      <section aria-label="Waiting">
        <div class="two">
          <p>{pending === 0 ? 'No answer waits for delivery.' : `Waiting for delivery: ${pending}.`}</p>
          <button type="button" onClick={actions.flush}>
            Try to deliver now
          </button>
        </div>
      </section>
      {refused.length > 0 && (
        <section aria-label="Refused">
          <h3>Refused by the endpoint, kept on this device</h3>
          <ul class="rows">
            {refused.map(({ id, status, body }) => (
              <li key={id}>
                <details class="first">
                  <summary>
                    <span>
                      <b class="name">{id}</b>
                      <span class="line bad">Status {status}</span>
                    </span>
                  </summary>
                  <p class="inside name line">{body}</p>
                </details>
                <button type="button" aria-label={`Retry ${id}`} onClick={() => actions.retry(id)}>
                  Retry
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label="Delivery">
        <h3>Latest of delivery</h3>
        {told.length ? (
          <ol class="rows">
            {told.map(({ number, at, name, detail }) => (
              <li key={number} class="head">
                <span class="line">
                  <b class={name === 'delivered' ? 'good' : name === 'queued' ? '' : 'bad'}>{name}</b>{' '}
                  <span class="name">{detail}</span>
                </span>
                <time>{clockOf(at)}</time>
              </li>
            ))}
          </ol>
        ) : (
          <p class="muted">Nothing was delivered since the inspector is open.</p>
        )}
      </section>
    </>
  )
}
