import { createPostgres } from './postgres'
import { keepsItsPromises } from './promises'
import { type Recipe, readRecipe } from './recipe'
import { expect, type Servers, test } from './servers'

/** The roles of a Supabase project; whoever calls may do to a new table what no policy keeps it from. */
const project = `
  create role anon nologin;
  grant usage on schema public to anon;
  alter default privileges in schema public grant all on tables to anon;`

/** What PostgREST makes of the codes of errors that the recipe can come by. */
const statuses: Record<string, number> = { 42501: 401, 23502: 400, '22P02': 400, 22003: 400 }

/** Supabase's gateway, and PostgREST behind it: tables, and functions with a single unnamed jsonb parameter. */
async function start({ receiver }: Recipe, servers: Servers) {
  const { db, kept } = await createPostgres(project, receiver.sql!)
  const key = 'sb_publishable_1'
  const url = await servers.serve(async request => {
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
    }
    if (request.method === 'OPTIONS') return new Response(null, { headers })
    const refuse = (status: number, body: object) => Response.json(body, { status, headers })
    const apikey = request.headers.get('apikey')
    if (!apikey) return refuse(401, { message: 'No API key found in request' })
    if (apikey !== key) return refuse(401, { message: 'Invalid API key' })
    const [, kind, name] = new URL(request.url).pathname.match(/^\/rest\/v1\/(rpc\/|)(\w+)$/) ?? []
    const isJson = request.headers.get('content-type')?.startsWith('application/json')
    const known = kind
      ? `select from pg_proc where proname = $1 and pronargs = 1 and proargnames is null
         and proargtypes[0] = 'jsonb'::regtype and pronamespace = 'public'::regnamespace`
      : `select from pg_class where relname = $1 and relnamespace = 'public'::regnamespace`
    if (!name || !isJson || !(await db.query(known, [name])).rows.length)
      return refuse(404, {
        code: kind ? 'PGRST202' : 'PGRST205',
        message: `Could not find ${name} in the schema cache`,
      })
    const body = await request.text()
    const call = kind
      ? `select public.${name}($1::jsonb)`
      : `insert into public.${name} select * from jsonb_populate_record(null::public.${name}, $1::jsonb)`
    try {
      await db.transaction(async transaction => {
        await transaction.exec('set local role anon')
        await transaction.query(call, [body])
      })
    } catch (error) {
      const { code, message } = error as { code: string; message: string }
      return refuse(statuses[code] ?? 500, { code, message })
    }
    return new Response(null, { status: kind ? 204 : 201, headers })
  })
  const replacements = { 'https://YOUR_PROJECT.supabase.co': url, YOUR_PUBLISHABLE_KEY: key }
  return { replacements, mistaken: { ...replacements, YOUR_PUBLISHABLE_KEY: 'another' }, kept, url, key, db }
}

keepsItsPromises('supabase', { start })

test('supabase: the public key opens the function alone, and what is no response is a 400', async ({ servers }) => {
  const { url, key, db, kept } = await start(readRecipe('supabase'), servers)
  const post = async (path: string, body: string, apikey = key) => {
    const headers = { apikey, 'content-type': 'application/json' }
    return (await fetch(`${url}/rest/v1/${path}`, { method: 'POST', body, headers })).status
  }
  const good = '{"id":"a","revision":1,"answers":[]}'
  expect(await post('rpc/receive_response', good)).toBe(204)
  expect(await post('rpc/receive_response', good, '')).toBe(401)
  expect(await post('rpc/receive', good)).toBe(404)
  expect(await post('responses', '{"id":"b","revision":1,"response":{}}')).toBe(401)
  for (const body of ['{ not json', 'null', '{"revision":1}', '{"id":"b","revision":"x"}'])
    expect([body, await post('rpc/receive_response', body)]).toEqual([body, 400])
  expect(await kept()).toMatchObject([{ id: 'a', revision: 1 }])
  const seen = await db.transaction(async transaction => {
    await transaction.exec('set local role anon')
    return (await transaction.query('select * from responses')).rows
  })
  expect(seen).toEqual([])
})
