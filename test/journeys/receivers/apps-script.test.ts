import { runInNewContext } from 'node:vm'
import { keepsItsPromises } from './promises'
import { type Recipe, readRecipe } from './recipe'
import { expect, type Servers, test } from './servers'
import { comment } from './visit'

type Cell = string | number

/** What a sheet makes of what is typed into it: a quote marks a text, and figures are numbers. */
function toCell(value: Cell): Cell {
  if (typeof value === 'number' || value === '') return value
  if (Number.isFinite(Number(value))) return Number(value)
  if (value.startsWith("'")) return value.slice(1)
  if (/^[=+]/.test(value)) return '#ERROR!'
  if (!Number.isNaN(Date.parse(value))) return Date.parse(value) / 86_400_000
  return value
}

/** The part of Google's services that the recipe uses, over one sheet. It holds them to being locked and flushed. */
function createGoogle() {
  const rows: Cell[][] = []
  const state = { locked: false, full: false, unflushed: false }
  const write = (row: number, values: Cell[]) => {
    if (!state.locked) throw new Error('two at once would take the same row')
    if (state.full) throw new Error('This action would increase the number of cells above the limit')
    rows[row - 1] = values.map(toCell)
    state.unflushed = true
  }
  const getRange = (from: string | number, column?: number, _height?: number, width?: number) => ({
    getValue: () => rows[Number(from) - 1]![column! - 1],
    setValues([values]: Cell[][]) {
      if (values!.length !== width) throw new Error('the data has another number of columns than the range')
      write(Number(from), values!)
    },
    createTextFinder(text: string) {
      if (from !== 'A:A') throw new Error(`${from} is not what this stand-in knows`)
      const asked = { matchCase: false, matchEntireCell: false }
      const finder = {
        matchCase: (yes: boolean) => Object.assign(asked, { matchCase: yes }) && finder,
        matchEntireCell: (yes: boolean) => Object.assign(asked, { matchEntireCell: yes }) && finder,
        findNext() {
          const fold = (cell: Cell) => (asked.matchCase ? `${cell}` : `${cell}`.toLowerCase())
          const index = rows.findIndex(([cell]) =>
            asked.matchEntireCell ? fold(cell!) === fold(text) : fold(cell!).includes(fold(text)),
          )
          return index < 0 ? null : { getRow: () => index + 1 }
        },
      }
      return finder
    },
  })
  const sheet = {
    getLastRow: () => rows.length,
    appendRow: (values: Cell[]) => write(rows.length + 1, values),
    getRange,
  }
  const services = {
    SpreadsheetApp: {
      getActiveSpreadsheet: () => ({ getSheets: () => [sheet] }),
      flush() {
        state.unflushed = false
      },
    },
    LockService: {
      getScriptLock: () => ({
        waitLock() {
          state.locked = true
        },
        releaseLock() {
          state.locked = false
        },
      }),
    },
    ContentService: {
      MimeType: { JSON: 'application/json' },
      createTextOutput: (text: string) => ({ setMimeType: (type: string) => ({ text, type }) }),
    },
  }
  return { rows, state, services }
}

async function start({ receiver }: Recipe, servers: Servers) {
  const { rows, state, services } = createGoogle()
  const script = runInNewContext(`${receiver.js}; ({ doPost })`, services)
  const open = { 'access-control-allow-origin': '*' }
  const page = (status: number) => new Response('<!doctype html>', { status, headers: { 'content-type': 'text/html' } })
  const outputs: { text: string; type: string }[] = []
  const content = await servers.serve(request => {
    const { text, type } = outputs[Number(new URL(request.url).searchParams.get('user_content_key'))]!
    return new Response(text, { headers: { ...open, 'content-type': type } })
  })
  const url = await servers.serve(async request => {
    if (new URL(request.url).pathname !== '/macros/s/AKfy1/exec') return page(404)
    if (request.method !== 'POST') return page(405)
    if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return page(400)
    try {
      const parameter = Object.fromEntries(new URLSearchParams(await request.text()))
      outputs.push(script.doPost({ parameter }))
    } catch {
      return page(200) // Google says what went wrong in a page, and lets no other page read it
    }
    expect(state).toMatchObject({ locked: false, unflushed: false })
    const location = `${content}/macros/echo?user_content_key=${outputs.length - 1}`
    return new Response(null, { status: 302, headers: { ...open, location } })
  })
  const kept = () => {
    const [head, ...responses] = rows
    return responses.map(row => {
      const named = Object.fromEntries(row.map((cell, index) => [head![index], cell]))
      return { id: `${named.id}`, revision: Number(named.revision), nps: named.nps, why: named.why }
    })
  }
  const replacements = { 'https://script.google.com': url, YOUR_DEPLOYMENT_ID: 'AKfy1' }
  return { replacements, mistaken: { ...replacements, YOUR_DEPLOYMENT_ID: 'another' }, kept, state, script, rows }
}

keepsItsPromises('apps-script', {
  start,
  overtaken(body) {
    const fields = new URLSearchParams(body)
    fields.set('revision', `${Number(fields.get('revision')) - 1}`)
    fields.set('nps', '0')
    return `${fields}`
  },
  sent(request) {
    expect(request.headers()['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8')
    const fields = new URLSearchParams(request.postData()!)
    expect([fields.get('nps'), fields.get('why'), fields.get('status')]).toEqual(['9', comment, 'complete'])
  },
})

test('apps-script: a response that comes in revisions stays in its row, and an error leaves the lock open', async ({
  servers,
}) => {
  const { script, state, rows } = await start(readRecipe('apps-script'), servers)
  const post = (id: string, revision: number, nps: string) =>
    script.doPost({ parameter: { id, revision: `${revision}`, nps } })
  post('a-1', 2, '3')
  post('A-1', 2, '4')
  post('a-1', 10, '5')
  post('a-1', 9, '6')
  expect(rows.slice(1).map(([id, revision, , , , , nps]) => [id, revision, nps])).toEqual([
    ['a-1', 10, 5],
    ['A-1', 2, 4],
  ])
  state.full = true
  expect(() => post('b', 1, '7')).toThrow(/limit/)
  expect(state.locked).toBe(false)
})
