import { expect, test } from './lab'

test('1: without a fault, an answer is stored, sent once and gone', async ({ page, lab }) => {
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  expect(given!.result).toBe('stored')
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(1)
})

test('4: an answer whose own answer breaks off is acknowledged by its status', async ({ page, lab }) => {
  lab.reply = () => ({ cut: true })
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(1)
})

test('5: one that is refused delays no other, and stays', async ({ page, lab }) => {
  lab.reply = ({ answers }) => (answers[0]!.value === 5 ? { status: 400, lose: true } : {})
  await lab.open(page)
  const given = await lab.give(page, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
  const refused = given[4]!.id
  await lab.drained(page, { left: [refused] })
  expect(lab.sent(refused)).toBe(1)
  expect(await lab.rows(page)).toMatchObject([{ id: refused, refusals: 1, status: 400 }])
})
