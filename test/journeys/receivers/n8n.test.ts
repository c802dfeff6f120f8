import { createPostgres } from './postgres'
import { keepsItsPromises } from './promises'
import { type Recipe, readRecipe } from './recipe'
import { expect, type Servers, test } from './servers'
import { answerNps, failures, pending, visit } from './visit'

interface Node {
  name: string
  type: string
  parameters: Record<string, string> & { options: Record<string, string> }
}

interface Workflow {
  nodes: Node[]
  connections: Record<string, { main: { node: string }[][] }>
}

/** An expression, `={{ … }}`, over the item that a step is handed. */
const evaluate = (expression: string, $json: unknown): unknown[] =>
  new Function('$json', `return ${expression.match(/^=\{\{([\s\S]*)\}\}$/)![1]}`)($json)

/** n8n with one active workflow: a webhook, and PostgreSQL behind it. `origin` is where the pages are. */
async function start({ receiver }: Recipe, servers: Servers, origin: string) {
  const { db, kept } = await createPostgres(receiver.sql!)
  const { nodes, connections }: Workflow = JSON.parse(receiver.json!.replace('https://shop.example', origin))
  const [hook, step] = nodes
  expect(hook!.type).toBe('n8n-nodes-base.webhook')
  expect(step!.type).toBe('n8n-nodes-base.postgres')
  expect(connections[hook!.name]!.main[0]!.map(({ node }) => node)).toEqual([step!.name])
  const { httpMethod, path, responseMode, responseData, options } = hook!.parameters
  const run = (body: unknown) =>
    db.query(step!.parameters.query!, evaluate(step!.parameters.options.queryReplacement!, { body }))

  const url = await servers.serve(async request => {
    if (new URL(request.url).pathname !== `/webhook/${path}`)
      return Response.json({ code: 404, message: 'The requested webhook is not registered.' }, { status: 404 })
    const asked = request.headers.get('origin')
    const allowed = options.allowedOrigins!.split(',')
    const headers: Record<string, string> = {
      'access-control-allow-methods': `OPTIONS, ${httpMethod}`,
      'access-control-allow-origin': allowed.includes(asked!) ? asked! : allowed[0]!,
    }
    if (request.method === 'OPTIONS') {
      headers['access-control-allow-headers'] = request.headers.get('access-control-request-headers') ?? ''
      return new Response(null, { status: 204, headers })
    }
    if (request.method !== httpMethod) return new Response(null, { status: 404, headers })
    const running = run(await request.json())
    if (responseMode === 'onReceived') {
      running.catch(() => {})
      return Response.json({ message: 'Workflow was started' }, { headers })
    }
    expect([responseMode, responseData]).toEqual(['lastNode', 'noData'])
    try {
      await running
      return new Response(null, { headers })
    } catch {
      return Response.json({ message: 'Error in workflow' }, { status: 500, headers })
    }
  })
  return {
    replacements: { 'https://n8n.example.com': url },
    mistaken: { 'https://n8n.example.com/webhook/': `${url}/webhook-test/` },
    kept,
    db,
  }
}

keepsItsPromises('n8n', { start })

test('n8n: while a step of the workflow fails, the answer waits', async ({ page, site, servers, hostErrors: _ }) => {
  const recipe = readRecipe('n8n')
  const { replacements, kept, db } = await start(recipe, servers, site.url)
  await db.exec('alter table responses rename to elsewhere')
  await visit(page, site, recipe, replacements)
  await answerNps(page)
  await expect.poll(() => failures(page)).toContainEqual(expect.stringMatching(/status 500$/))
  expect(await pending(page)).toBe(1)
  await db.exec('alter table elsewhere rename to responses')
  await expect.poll(kept).toMatchObject([{ nps: 9 }])
  await expect.poll(() => pending(page)).toBe(0)
})

test('n8n: a page that "Allowed Origins" does not name keeps its answers', async ({ page, site, servers }) => {
  const recipe = readRecipe('n8n')
  const { replacements, kept } = await start(recipe, servers, 'https://elsewhere.example')
  await visit(page, site, recipe, replacements)
  await answerNps(page)
  await expect.poll(() => failures(page)).toContainEqual(expect.stringMatching(/status 0$/))
  expect(await pending(page)).toBe(1)
  expect(await kept()).toEqual([])
})
