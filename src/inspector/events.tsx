/** @jsxImportSource preact */
import { clockOf } from './clock'
import type { Match, Row } from './rows'
import type { Shown } from './state'

const hows: Record<Match['how'], string> = {
  starts: 'starts',
  counts: 'counts for',
  step: 'is a step of',
  where: 'is filtered out by',
  cancels: 'calls off',
}

/** What happened on the journey, the newest first, and a way to say that something did. */
export function Events({ state: { events, names, wrong }, actions }: Shown) {
  const submit = (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const read = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value
    actions.simulate(read('name'), read('properties'))
  }
  return (
    <>
      <section aria-label="Simulate an event">
        <form onSubmit={submit} noValidate>
          <label>
            Event
            <input name="name" list="names" autocomplete="off" spellcheck={false} placeholder="order.completed" />
          </label>
          <datalist id="names">
            {names.map(name => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <label>
            Properties, as JSON
            <textarea
              name="properties"
              rows={2}
              spellcheck={false}
              placeholder={'{ "order_id": "T-1", "value": 50 }'}
              aria-invalid={!!wrong}
              aria-describedby="wrong"
            />
          </label>
          <p id="wrong" class="bad" role="alert">
            {wrong}
          </p>
          <div class="two">
            <button type="submit" class="main">
              Simulate
            </button>
            <p class="muted">As if the page had called track().</p>
          </div>
        </form>
      </section>
      <section aria-label="Event stream">
        {events.length ? (
          <ol class="rows">
            {events.map(row => (
              <Happened key={row.number} {...row} />
            ))}
          </ol>
        ) : (
          <p class="muted">Nothing has happened yet. What happens appears here as it comes.</p>
        )}
      </section>
    </>
  )
}

function Happened({ name, source, at, properties, matches }: Row) {
  const head = (
    <span>
      <span class="head">
        <b>{name}</b>
        <time>{at === undefined ? 'earlier' : clockOf(at)}</time>
      </span>
      <small class="line">from {source}</small>
      {matches.map(({ touchpoint, how, came }) => (
        <span class={came && 'line'} key={touchpoint + how}>
          <span class="tag">
            <span class={(came?.asked ?? how === 'starts') ? 'good' : 'wary'}>{hows[how]}</span> {touchpoint}
          </span>
          {came && <small>{came.words}</small>}
        </span>
      ))}
    </span>
  )
  return (
    <li>
      <details>
        <summary>{head}</summary>
        <div class="inside">
          {properties.length ? (
            <dl class="values">
              {properties.map(([path, value]) => [<dt key={path}>{path}</dt>, <dd key={`${path}=`}>{value}</dd>])}
            </dl>
          ) : (
            <p class="muted">It has no properties.</p>
          )}
        </div>
      </details>
    </li>
  )
}
