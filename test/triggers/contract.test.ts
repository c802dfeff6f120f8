import { expect, it } from 'vitest'
import { kinds, watching } from '../../src/journey'
import { click } from '../../src/triggers/click'
import { error } from '../../src/triggers/error'
import { exit } from '../../src/triggers/exit'
import { form } from '../../src/triggers/form'
import { idle } from '../../src/triggers/idle'
import { lasting } from '../../src/triggers/lasting'
import { rage } from '../../src/triggers/rage'
import { scroll } from '../../src/triggers/scroll'
import { sequence } from '../../src/triggers/sequence'
import { visible } from '../../src/triggers/visible'
import { visit } from '../../src/triggers/visit'
import { watches } from '../../src/watch'
import { testTrigger } from '../contracts/trigger'

testTrigger('click', click, {
  options: { click: '.buy' },
  html: '<button class="buy"><b>Buy</b></button>',
  moment: page => page.click(page.find('b')),
  fires: { kind: 'click', name: '.buy' },
})

testTrigger('delay', lasting, {
  options: { delay: '10s' },
  moment: page => page.env.advance(1e4),
  fires: { kind: 'delay', name: '10s' },
})

testTrigger('error', error, {
  options: { error: true },
  moment: page => page.send(page.window, 'error', { error: new Error('card 4111 refused'), message: 'card 4111' }),
  fires: { kind: 'error', name: 'error' },
})

testTrigger('exit by mouse', exit, {
  options: { exit: true },
  moment: page => page.send(page.document.documentElement, 'mouseleave', { clientY: -3 }),
  fires: { kind: 'exit', name: 'pointer' },
})

testTrigger('exit by touch', exit, {
  options: { exit: true },
  touch: true,
  moment: page => page.send(page.window, 'popstate'),
  fires: { kind: 'exit', name: 'back' },
})

testTrigger('form', form, {
  options: { form: '#join' },
  html: '<form id="join"><input value="me@example.com" /></form>',
  async moment(page) {
    page.send(page.find('input'), 'input')
    await page.env.advance(3e4)
  },
  fires: { kind: 'form', name: '#join' },
})

testTrigger('idle', idle, {
  options: { idle: '1m' },
  moment: page => page.env.advance(6e4),
  fires: { kind: 'idle', name: '1m' },
})

testTrigger('rage', rage, {
  options: { rage: true },
  html: '<button>Pay</button>',
  moment(page) {
    for (let times = 0; times < 3; times++) page.click(page.find('button'))
  },
  fires: { kind: 'rage', name: 'rage' },
})

testTrigger('scroll', scroll, {
  options: { scroll: 50 },
  async moment(page) {
    page.scrollTo(0)
    await page.env.advance(1e3)
    page.scrollTo(1500)
  },
  fires: { kind: 'scroll', name: '50%' },
})

testTrigger('sequence', sequence, {
  options: { sequence: ['cart', 'paid'] },
  moment(page) {
    page.track('cart')
    page.track('paid')
  },
  fires: { name: 'paid' },
})

testTrigger('visible', visible, {
  options: { visible: '#reviews' },
  html: '<section id="reviews"></section>',
  async moment(page) {
    page.view(page.find('#reviews'), 0.6)
    await page.env.advance(500)
  },
  fires: { kind: 'visible', name: '#reviews' },
})

testTrigger('visit', visit, {
  options: { visit: 3 },
  once: true,
  visits: 3,
  moment: page => page.env.advance(0),
  fires: { kind: 'visit', name: '3' },
})

it('a trigger is known by each of the words that the schema has', () => {
  expect([...kinds].sort()).toEqual(
    'click delay error event exit form idle page rage scroll sequence visible visit'.split(' '),
  )
  expect(Object.keys(watches)).toEqual(watching)
})
