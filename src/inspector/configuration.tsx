/** @jsxImportSource preact */
import { Mark } from './mark'
import type { Shown } from './state'

/** What is wrong with the configuration, each fault in a sentence, and the warnings that were given. */
export function Configuration({ state: { problems, warnings } }: Shown) {
  return (
    <>
      <section aria-label="Problems">
        {problems.length ? (
          <ul class="problems">
            {problems.map(({ path, text }) => (
              <li key={path + text}>
                <Mark kind="fault" />
                <span>
                  <b>{path}</b>: {text}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p class="good">The configuration is as the schema wants it.</p>
        )}
      </section>
      <section aria-label="Warnings">
        <h3>Other warnings and errors of this page</h3>
        {warnings.length ? (
          <ul class="problems">
            {warnings.map(({ code, message }) => (
              <li key={code + message}>
                <Mark kind="warning" />
                <span>
                  <b>{code}</b>: {message}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p class="muted">None so far.</p>
        )}
      </section>
    </>
  )
}
