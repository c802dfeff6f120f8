// Draws one survey as the address says: ?kind=nps&placement=popover&locale=es&scheme=dark&dir=rtl
import { mount } from '/widgets.js'

const wish = new URLSearchParams(location.search)
const kind = wish.get('kind') ?? document.body.dataset.kind ?? 'nps'
const placement = wish.get('placement') ?? 'popover'
const scheme = wish.get('scheme')

const surveys = {
  nps: { questions: [{ id: 'nps', kind: 'nps' }] },
  text: {
    questions: [
      {
        id: 'better',
        kind: 'text',
        title: { en: 'What could we do better?', es: '¿Qué podríamos mejorar?' },
        description: { en: 'One sentence is plenty. We read every one.', es: 'Con una frase basta. Las leemos todas.' },
      },
    ],
  },
  both: 'nps',
}

if (scheme) {
  document.documentElement.dataset.scheme = scheme
  document.documentElement.style.setProperty('--pulso-scheme', scheme)
}

const { default: words } = await import(`/locales/${wish.get('locale') ?? 'en'}.js`)
const locale = { ...words, dir: wish.get('dir') ?? words.dir }

const output = document.querySelector('output')
const tell = (event, detail) => output.append(`${event} ${JSON.stringify(detail)}\n`)
const keep = event => async answers => tell(event, answers)

const survey = mount(
  {
    survey: surveys[kind],
    placement:
      placement === 'inline' ? { kind: 'inline' } : { kind: 'popover', corner: wish.get('corner') ?? 'bottom-end' },
    locale,
    brand: 'Fern & Clay',
    into: placement === 'inline' ? document.querySelector('#here') : document.body,
    matches: () => true,
  },
  {
    answer: keep('answer'),
    complete: keep('complete'),
    close(by) {
      tell('close', by)
      survey.unmount()
    },
  },
)

// The gallery's controls show what the address says, and change it.
for (const control of document.querySelectorAll('select')) {
  if (wish.has(control.name)) control.value = wish.get(control.name)
  control.addEventListener('change', () => control.form.submit())
}
