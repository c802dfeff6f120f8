/**
 * Keeps the report up to date while somebody looks at it: listens, fetches the page again and changes what differs,
 * so that the reading position, the focus and the selection stay where they are.
 */
const restMs = 1000
const retryMs = 5000
const status = document.querySelector('.live')
const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** @type {EventSource | undefined} */
let source
let running = false
let again = false

forgetToken()
localise(document)
listen()

/** The cookie opens the report from now on; the token need not stand in the address and the history. */
function forgetToken() {
  const url = new URL(location.href)
  if (!url.searchParams.has('token')) return
  url.searchParams.delete('token')
  history.replaceState(null, '', url)
}

function listen() {
  source?.close()
  source = new EventSource('/report/stream')
  source.addEventListener('open', () => say('live', 'Live'))
  source.addEventListener('changed', refresh)
  source.addEventListener('error', () => {
    say('lost', 'Reconnecting…')
    // The browser resumes a broken connection by itself; after an answer that is no stream it gives up.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, retryMs)
  })
}

// A page that goes to the back-forward cache holds no connection.
addEventListener('pagehide', () => source.close())
addEventListener('pageshow', event => {
  if (event.persisted) listen()
})

/** @param {'live' | 'lost'} state @param {string} words */
function say(state, words) {
  status.hidden = false
  status.dataset.state = state
  if (status.textContent !== words) status.textContent = words
}

/** At most one fetch a second, and always one after the last change. */
async function refresh() {
  if (running) {
    again = true
    return
  }
  running = true
  do {
    again = false
    await update().catch(() => say('lost', 'Reconnecting…'))
    await new Promise(resolve => setTimeout(resolve, restMs))
  } while (again)
  running = false
}

async function update() {
  const response = await fetch(location.pathname, { cache: 'no-store' })
  if (!response.ok) throw new Error(`The report answered ${response.status}`)
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  localise(next)
  patch(document.querySelector('main'), next.querySelector('main'))
}

/**
 * Makes `old` look like `next`. An element with `data-key` that is the same in both stays the very element it is;
 * one that holds other keyed elements is patched; any other is replaced.
 * @param {Element} old @param {Element} next
 */
function patch(old, next) {
  const known = new Map(keyed(old).map(element => [element.dataset.key, element]))
  let place = old.firstElementChild
  for (const wanted of [...next.children]) {
    const same = wanted.dataset.key === undefined ? place : known.get(wanted.dataset.key)
    const element = same && same.tagName === wanted.tagName ? settle(same, wanted) : document.adoptNode(wanted)
    if (!same) element.classList.add('new')
    if (element !== place) old.insertBefore(element, place)
    place = element.nextElementSibling
  }
  while (place) {
    const gone = place
    place = place.nextElementSibling
    gone.remove()
  }
}

/** @param {Element} old @param {Element} next */
function settle(old, next) {
  old.classList.remove('new')
  if (old.isEqualNode(next)) return old
  if (keyed(next).length > 0) {
    patch(old, next)
    return old
  }
  old.replaceChildren(...next.childNodes)
  return old
}

/** @param {Element} parent @returns {HTMLElement[]} */
function keyed(parent) {
  return [...parent.children].filter(child => child.dataset.key !== undefined)
}

/** Puts the reader's own time in the place of UTC. @param {Document} page */
function localise(page) {
  for (const time of page.querySelectorAll('time')) time.textContent = timeFormat.format(new Date(time.dateTime))
}
