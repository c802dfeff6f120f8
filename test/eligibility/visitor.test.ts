import { describe, expect, it } from 'vitest'
import { createVisitor } from '../../src/eligibility/visitor'
import { fakeEnv } from '../fakes/env'

const order = { name: 'order.completed', properties: { order_id: 7 } }

describe('createVisitor', () => {
  it('is the same visitor on the next page and in another tab', () => {
    const env = fakeEnv()
    const first = createVisitor(env, () => true)
    first.note('shown', 'a', order)
    const second = createVisitor(env, () => true)
    expect(second.read()).toEqual(first.read())
    second.note('answered', 'a')
    expect(first.read().seen.a).toEqual({ count: 1, shown: env.now(), answered: env.now() })
  })

  it('remembers which orders were asked about, the latest fifty', () => {
    const env = fakeEnv()
    const visitor = createVisitor(env, () => true)
    for (let id = 0; id < 60; id++)
      visitor.note('shown', 'a', { name: 'order.completed', properties: { transaction_id: id } })
    expect(visitor.read().asked).toHaveLength(50)
    expect(visitor.read().asked.at(-1)).toBe('a 59')
  })

  it('is a stranger in every tab once one of them has forgotten, and the same one from then on', () => {
    const env = fakeEnv()
    const [here, there] = [createVisitor(env, () => true), createVisitor(env, () => true)]
    here.note('shown', 'a', order)
    const { id } = there.read()
    here.forget()
    const stranger = there.read()
    expect(stranger).toEqual({ version: 1, id: expect.any(String), seen: {}, asked: [] })
    expect(stranger.id).not.toBe(id)
    expect(there.read().id).toBe(stranger.id)
    there.note('shown', 'b')
    expect(here.read()).toMatchObject({ id: stranger.id, seen: { b: { count: 1 } } })
    expect(here.read().seen.a).toBeUndefined()
  })

  it('keeps the id that it has given since a refusal, whatever was there before', () => {
    const env = fakeEnv()
    let mayStore = true
    const visitor = createVisitor(env, () => mayStore)
    visitor.note('shown', 'a')
    mayStore = false
    visitor.forget()
    const { id } = visitor.read()
    visitor.note('shown', 'b')
    mayStore = true
    visitor.save()
    expect(visitor.read()).toMatchObject({ id, seen: { b: { count: 1 } } })
    expect(visitor.read().seen.a).toBeUndefined()
  })

  it('writes nothing while it may not, and all of it once it may', () => {
    const env = fakeEnv()
    let mayStore = false
    const visitor = createVisitor(env, () => mayStore)
    visitor.note('shown', 'a')
    expect([...env.local.keys(), ...env.session.keys()]).toEqual([])
    expect(visitor.state().inSession).toBe(1)
    mayStore = true
    visitor.save()
    expect(createVisitor(env, () => true).read().seen.a!.count).toBe(1)
    expect(createVisitor(env, () => true).state().inSession).toBe(1)
  })

  it('counts in a session what a later page of it has shown, once this one is back', () => {
    const env = fakeEnv()
    const first = createVisitor(env, () => true)
    const second = createVisitor(env, () => true)
    second.note('shown', 'a')
    expect(first.state().inSession).toBe(1)
    first.change(() => {})
    expect(createVisitor(env, () => true).state().inSession).toBe(1)
    first.note('shown', 'b')
    expect(second.state().inSession).toBe(2)
    second.forget()
    expect(second.state().inSession).toBe(0)
  })

  it('writes nothing of a visitor who was asked nothing, whatever they agree to', () => {
    const env = fakeEnv()
    const visitor = createVisitor(env, () => true)
    visitor.read()
    visitor.save()
    expect(env.local.keys()).toEqual([])
  })

  it('adds to the record of earlier visits when consent is granted, and takes nothing from it', () => {
    const env = fakeEnv()
    const earlier = createVisitor(env, () => true)
    earlier.note('shown', 'a', order)
    const { id } = earlier.read()
    let mayStore = false
    const visitor = createVisitor(env, () => mayStore)
    visitor.note('shown', 'b')
    mayStore = true
    visitor.save()
    expect(visitor.read()).toMatchObject({
      id,
      seen: { a: { count: 1 }, b: { count: 1 } },
      asked: ['a 7'],
    })
  })

  it('lets what happened before consent stand above what earlier visits have written down, each once', () => {
    const env = fakeEnv()
    createVisitor(env, () => true).note('shown', 'a', order)
    env.set(env.now() + 30 * 864e5)
    let mayStore = false
    const visitor = createVisitor(env, () => mayStore)
    visitor.note('shown', 'a')
    visitor.note('dismissed', 'a')
    visitor.change(record => {
      record.visits = (record.visits ?? 6) + 1
    })
    const at = env.now()
    env.set(at + 6e4)
    mayStore = true
    for (let times = 0; times < 3; times++) visitor.save()
    expect(visitor.read()).toMatchObject({ shown: at, visits: 7, seen: { a: { count: 2, shown: at, dismissed: at } } })
    expect(createVisitor(env, () => true).read()).toEqual(visitor.read())
    expect(visitor.state().inSession).toBe(2)
  })

  it('remembers on this page what a full storage would not take', () => {
    const env = fakeEnv()
    createVisitor(env, () => true).note('shown', 'a')
    const visitor = createVisitor({ ...env, local: { ...env.local, set: () => false } }, () => true)
    visitor.note('shown', 'b')
    expect(visitor.read().seen).toHaveProperty('b')
  })

  it.each([
    '',
    'null',
    '7',
    '{"version":1,"id":"x"}',
    '{"version":1,"id":1,"seen":{"a":{"count":5}}}',
    '{"version":1,"seen":{"a":{"count":5}},"asked":[]}',
    '{"version":2,"id":"x","seen":{"a":{"count":5}},"asked":[]}',
    'not json',
  ])('starts anew from a record that is spoilt or of another form: %s', text => {
    const env = fakeEnv()
    env.local.set('pulso:visitor', text)
    const visitor = createVisitor(env, () => true)
    expect(visitor.read().seen).toEqual({})
    visitor.note('shown', 'a')
    expect(visitor.read().seen.a!.count).toBe(1)
  })

  it('keeps what a newer version has added, whatever is noted', () => {
    const env = fakeEnv()
    const written = { version: 1, id: 'v', seen: { a: { count: 1, snoozed: 5 } }, asked: [], newer: { deep: [1] } }
    env.local.set('pulso:visitor', JSON.stringify(written))
    const visitor = createVisitor(env, () => true)
    visitor.note('shown', 'a', order)
    visitor.change(record => {
      record.visits = 1
    })
    expect(JSON.parse(env.local.get('pulso:visitor')!)).toMatchObject({
      newer: { deep: [1] },
      seen: { a: { count: 2, snoozed: 5 } },
    })
  })

  it('notes beside what is spoilt', () => {
    const env = fakeEnv()
    env.local.set('pulso:visitor', JSON.stringify({ version: 1, id: 'v', seen: { a: 'x' }, asked: [] }))
    createVisitor(env, () => true).note('shown', 'a')
    expect(createVisitor(env, () => true).read().seen.a).toMatchObject({ count: 1, shown: env.now() })
  })

  it('loses nothing of what two tabs write by turns', () => {
    const env = fakeEnv()
    const one = createVisitor(env, () => true)
    const other = createVisitor(env, () => true)
    one.note('shown', 'a')
    other.note('shown', 'b')
    one.change(record => {
      record.visits = 4
    })
    other.note('answered', 'a')
    expect(one.read()).toEqual(other.read())
    expect(one.read()).toMatchObject({ seen: { a: { count: 1, answered: env.now() }, b: { count: 1 } }, visits: 4 })
  })

  it('is a stranger once forgotten, in the session of the next page too', () => {
    const env = fakeEnv()
    const visitor = createVisitor(env, () => true)
    visitor.note('shown', 'a', order)
    const { id } = visitor.read()
    visitor.forget()
    expect([...env.local.keys(), ...env.session.keys()]).toEqual([])
    const next = createVisitor(env, () => true)
    expect(next.state().inSession).toBe(0)
    expect(next.read()).toMatchObject({ seen: {}, asked: [] })
    expect(next.read().id).not.toBe(id)
  })

  it('keeps the wish not to be asked again, whether or not anything else may be kept, and through a reset', () => {
    const env = fakeEnv()
    const visitor = createVisitor(env, () => false)
    expect(visitor.state().optedOut).toBe(false)
    visitor.optOut()
    visitor.forget()
    expect(visitor.state().optedOut).toBe(true)
    expect(createVisitor(env, () => true).state().optedOut).toBe(true)
  })

  it('keeps the wish for this page where nothing can be written', () => {
    const visitor = createVisitor({ ...fakeEnv(), local: { ...fakeEnv().local, set: () => false } }, () => true)
    visitor.optOut()
    expect(visitor.state().optedOut).toBe(true)
  })
})
