// Draws one survey as the address says:
// ?kind=nps&state=wrong&placement=popover&corner=bottom-end&locale=es&scheme=dark&accent=%230a7&theme=warm&dir=rtl
import { ask, mount, prepare } from '/widgets.js'
import { about, long, questions, variants } from './examples.js'

const wish = new URLSearchParams(location.search)
const kind = wish.get('kind') ?? document.body.dataset.kind ?? 'long'
const state = wish.get('state') ?? 'open'
const placement = wish.get('placement') ?? 'popover'
const scheme = wish.get('scheme')

const question =
  kind === 'long'
    ? undefined
    : { id: kind, ...{ ...questions, ...variants }[kind], optional: /optional|thanks/.test(state) }
const survey = question ? { questions: [question] } : long
// Three steps show how far along; the third is the one.
if (state === 'step' && question)
  survey.questions = [{ id: 'first', kind: 'nps' }, question, { id: 'last', kind: 'text', optional: true }]

if (scheme) {
  document.documentElement.dataset.scheme = scheme
  document.documentElement.style.setProperty('--pulso-scheme', scheme)
}

const load = name => import(`/${name}.js`)
const language = `locales/${wish.get('locale') || 'en'}`
const [first, rest] = await Promise.all([language, `${language}.more`].map(load))
const locale = { ...first.default, ...rest.default, dir: wish.get('dir') || first.default.dir }
document.documentElement.lang = locale.code
document.documentElement.dir = locale.dir

const output = document.querySelector('output')
const tell = (event, detail = '') => output.append(`${event} ${JSON.stringify(detail)}\n`)
const keep = event => async answers => tell(event, answers)

const themes = {
  sharp: { radius: '0px', font: 'ui-monospace, monospace' },
  warm: { paper: '#fff8ec', ink: '#3d2a1c', accent: '#a8431f', radius: '24px', font: 'Georgia, serif' },
  night: { paper: '#101828', ink: '#f2f4f7', accent: '#7dd3fc', scheme: 'dark' },
}
const theme = { ...themes[wish.get('theme')], ...(wish.get('accent') && { accent: wish.get('accent') }) }

const places = {
  popover: { corner: wish.get('corner') ?? 'bottom-end' },
  bar: { edge: wish.get('edge') ?? 'bottom' },
  inline: { selector: '#here' },
  tab: { side: wish.get('side') ?? 'end' },
}
const input = {
  survey,
  placement: { kind: placement, ...places[placement] },
  locale,
  brand: 'Fern & Clay',
  into: placement === 'inline' ? document.querySelector('#here') : document.body,
  theme: Object.keys(theme).length ? theme : undefined,
  place: state === 'step' ? { at: 1, answers: [], drafts: {}, seed: 0.5 } : undefined,
  matches: (condition, values) => values.nps <= condition.nps.$lte,
  load,
}

let opened
async function show(placement = input.placement) {
  const touchpoint = { survey, placement }
  await prepare({ touchpoint, left: input.place }, { config: input, privacy: {} }, load, input.matches, locale)
  if (placement.kind === 'tab')
    return ask(
      { touchpoint, locale, settings: { config: input } },
      {
        again({ touchpoint }) {
          opened = show(touchpoint.placement)
        },
      },
    )()
  const drawn = mount(
    { ...input, placement },
    {
      answer: keep('answer'),
      complete: keep('complete'),
      close(by) {
        tell('close', by)
        drawn.unmount()
        if (placement.kind === 'kiosk') show()
      },
      warn: (code, fix) => tell('warn', `${code}: ${fix}`),
      optOut: wish.get('out') ? () => tell('optOut') : undefined,
    },
  )
  drawn.appear()
}
await show()

// States that a visitor brings about are brought about here.
const press = (selector, host = '[data-pulso]:not([data-pulso^=tab])') =>
  document.querySelector(host).shadowRoot.querySelector(selector)?.click()
if (state !== 'open') press('.tab', '[data-pulso]')
await opened
if (state === 'wrong') press('.go')
if (state === 'picked') for (const box of [0, 1]) press(`.choices label:nth-child(${box + 1}) input`)
if (state === 'thanks') {
  await Promise.all(['more', 'kinds'].map(load))
  await new Promise(resolve => setTimeout(resolve, 100))
  press('.actions button:not(.go,.back)')
}
document.documentElement.dataset.ready = ''

// The page of one kind says what it is; the gallery's controls show what the address says, and change it.
const heading = document.querySelector('h1 + p[data-about]')
if (heading) heading.textContent = about[kind]
const list = document.querySelector('nav')
if (list) {
  for (const name of Object.keys(questions)) {
    const link = document.createElement('a')
    link.href = `${name}.html`
    link.textContent = name
    list.append(link, ' ')
  }
}
for (const control of document.querySelectorAll('select')) {
  if (control.name === 'kind')
    for (const name of Object.keys({ ...questions, ...variants })) control.append(new Option(name))
  if (wish.has(control.name)) control.value = wish.get(control.name)
  control.addEventListener('change', () => control.form.submit())
}
