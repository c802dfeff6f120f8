/** @jsxImportSource preact */
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
                <b>{path}</b>: {text}.
              </li>
            ))}
          </ul>
        ) : (
          <p class="good">The configuration is as the schema wants it.</p>
        )}
      </section>
      <section aria-label="Warnings">
        <h3>Warnings and errors of this page</h3>
        {warnings.length ? (
          <ul class="problems soft">
            {warnings.map(({ code, message }) => (
              <li key={code + message}>
                <b>{code}</b>: {message}
              </li>
            ))}
          </ul>
        ) : (
          <p class="muted">There were none.</p>
        )}
      </section>
    </>
  )
}
