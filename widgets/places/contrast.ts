import type { Stop } from '../../src/contracts'
import type { PlaceContext } from '.'

type Rgb = [red: number, green: number, blue: number]

const names = ['accent', 'paper', 'ink'] as const
/** Our own red of what is wrong, on a light paper and on a dark one. */
const reds: [Rgb, Rgb] = [
  [179, 38, 30],
  [255, 157, 146],
]

/**
 * Corrects colours that cannot be read, by WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for what is picked and where the
 * focus is (1.4.11). One warning names what was wrong. The check follows the system's colour scheme; what it leaves alone
 * follows the page.
 */
export function contrast({ host, card, view, warn }: Pick<PlaceContext, 'host' | 'card' | 'view' | 'warn'>): Stop {
  /** A colour of the card as it comes out in the end, on what is under it. */
  const read = (name: string, under?: Rgb): Rgb => {
    card.style.outlineColor = `color-mix(in srgb,var(--_${name}),var(--_${name}))`
    const found = view.getComputedStyle(card).outlineColor
    card.style.outlineColor = ''
    const [red, green, blue, alpha = 1] = found.match(/[\d.]+(e-\d+)?/g)!.map(Number)
    const most = found.startsWith('color') ? 255 : 1
    const colour: Rgb = [red! * most, green! * most, blue! * most]
    return under && alpha < 1 ? mix(under, colour, alpha) : colour
  }
  const draw = (name: string, colour: Rgb) =>
    card.style.setProperty(`--_${name}`, `rgb(${colour.map(Math.round).join(' ')})`)

  function check() {
    if (view.matchMedia('(forced-colors:active)').matches) return // the visitor's own colours are the visitor's own
    const wrong: string[] = []
    const style = view.getComputedStyle(host)
    let own = ''
    for (const name of names) {
      const value = style.getPropertyValue(`--pulso-${name}`).trim()
      if (value && !view.CSS.supports('color', value)) {
        host.style.setProperty(`--pulso-${name}`, 'initial')
        wrong.push(`"${name}" ${value} is no colour`)
      } else if (name !== 'accent') own += value
    }
    card.style.cssText = ''
    // What the page shows through cannot be known.
    const under = farthest(read('ink'))
    const paper = read('paper', under)
    const isLight = luminance(paper) > 0.1791
    // What is ours goes with the page's own paper or ink; else it is the page's to change while the survey stands.
    if (own) card.style.colorScheme = isLight ? 'light' : 'dark'
    if (`${paper}` !== `${read('paper', farthest(under))}`) {
      wrong.push('"paper" lets the page through')
      draw('paper', paper)
    }
    let ink = read('ink', paper)
    const shaded = ratio(ink, read('hover', paper))
    if (shaded < 4.5) {
      wrong.push(`"ink" on "paper" is ${shaded.toFixed(1)} to 1 where a button shades it, less than 4.5`)
      ink = farthest(paper)
      draw('ink', ink)
    }
    if (ratio(read('muted', paper), paper) < 4.5) draw('muted', ink)
    if (ratio(reds[isLight ? 0 : 1], paper) < 4.5) for (const name of ['error', 'star']) draw(name, ink)
    const given = read('accent', paper)
    let accent = given
    for (let share = 0.1; ratio(accent, paper) < 3; share += 0.1) accent = mix(given, ink, share)
    if (accent !== given) {
      wrong.push(`"accent" on "paper" is ${ratio(given, paper).toFixed(1)} to 1, less than 3`)
      draw('accent', accent)
    }
    if (ratio(accent, read('on', accent)) < 4.5) draw('on', farthest(accent))
    const what = wrong.join('; ')
    if (!what || what === named) return
    named = what
    warn('bad-theme', `${what}: it is drawn so that it can be read`)
  }

  const attempt = () => {
    try {
      check()
    } catch {} // a browser without these functions keeps the colours as they are
  }
  attempt()
  const schemes = view.matchMedia('(prefers-color-scheme:dark)')
  schemes.addEventListener('change', attempt)
  return () => schemes.removeEventListener('change', attempt)
}

const mix = (one: Rgb, other: Rgb, share: number) =>
  one.map((part, index) => part + (other[index]! - part) * Math.min(share, 1)) as Rgb

/** Black or white, whichever stands out more: at this luminance both do as much. */
const farthest = (colour: Rgb): Rgb => (luminance(colour) > 0.1791 ? [0, 0, 0] : [255, 255, 255])

/** What was wrong last: one theme is named once, however many surveys wear it. */
let named = ''

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function ratio(one: Rgb, other: Rgb): number {
  const both = [luminance(one), luminance(other)]
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(part => (part <= 10.3 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
