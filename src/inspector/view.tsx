/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { Configuration } from './configuration'
import { Events } from './events'
import { Queue } from './queue'
import { type Shown, type Tab, tabs } from './state'
import { Touchpoints } from './touchpoints'

const labels: Record<Tab, string> = {
  touchpoints: 'Touchpoints',
  events: 'Events',
  queue: 'Queue',
  configuration: 'Config',
}
const panels: Record<Tab, (shown: Shown) => ComponentChildren> = {
  touchpoints: Touchpoints,
  events: Events,
  queue: Queue,
  configuration: Configuration,
}

/** The whole inspector: a panel with a tab for each thing that one asks about, or a small button while it is out of the way. */
export function Inspector({ state, actions }: Shown) {
  const faults = state.problems.length + state.queue.refused.length
  if (!state.open)
    return (
      <button
        type="button"
        class="pill"
        aria-label={faults ? `Pulso inspector, ${faults} ${faults > 1 ? 'faults' : 'fault'}` : undefined}
        aria-expanded={false}
        onClick={actions.toggle}
      >
        <span class={faults ? 'dot bad' : 'dot'} />
        Pulso inspector
        {faults > 0 && <span class="count bad">{faults}</span>}
      </button>
    )
  const Panel = panels[state.tab]
  return (
    <>
      <div class="bar">
        <h2>
          Pulso inspector<small>{state.version}</small>
        </h2>
        <Icon class="move" label="Move to the other side" path="M5 6h10l-3-3M15 14H5l3 3" act={actions.move} />
        <Icon label="Collapse" path="M4 10h12" act={actions.toggle} expanded />
        <Icon label="Close the inspector until the next load" path="M5 5l10 10M15 5L5 15" act={actions.close} />
      </div>
      <Tabs state={state} actions={actions} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <div role="tabpanel" id="panel" tabIndex={0} aria-labelledby={state.tab} key={state.tab}>
        <Panel state={state} actions={actions} />
      </div>
      <p class="said" role="status">
        {state.said}
      </p>
    </>
  )
}

function Tabs({ state, actions }: Shown) {
  const { refused, pending } = state.queue
  const counts: Record<Tab, [count: number, bad?: boolean]> = {
    touchpoints: [state.touchpoints.length],
    events: [state.events.length],
    queue: refused.length ? [refused.length, true] : [pending],
    configuration: [state.problems.length, !!state.problems.length],
  }
  const go = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }
    const at = tabs.indexOf(state.tab)
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : at + (steps[event.key] ?? 0)
    if (to === at && event.key !== 'Home' && event.key !== 'End') return
    event.preventDefault()
    const tab = tabs[(to + tabs.length) % tabs.length]!
    const list = event.currentTarget as HTMLElement
    actions.pick(tab)
    list.querySelector<HTMLElement>(`#${tab}`)?.focus()
  }
  return (
    <div role="tablist" aria-label="What to look at" onKeyDown={go}>
      {tabs.map(tab => (
        <button
          type="button"
          role="tab"
          id={tab}
          key={tab}
          aria-selected={tab === state.tab}
          aria-controls="panel"
          tabIndex={tab === state.tab ? 0 : -1}
          onClick={() => actions.pick(tab)}
        >
          {labels[tab]}
          {counts[tab][0] > 0 && <span class={counts[tab][1] ? 'count bad' : 'count'}>{counts[tab][0]}</span>}
        </button>
      ))}
    </div>
  )
}

interface IconOptions {
  label: string
  path: string
  act(): void
  class?: string
  expanded?: boolean
}

const Icon = ({ label, path, act, class: name, expanded }: IconOptions) => (
  <button type="button" class={name} title={label} aria-label={label} aria-expanded={expanded} onClick={act}>
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  </button>
)
