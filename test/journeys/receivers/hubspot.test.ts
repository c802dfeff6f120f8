import type { Page } from '@playwright/test'
import { survey } from '../site'
import { keepsItsPromises, type Promised } from './promises'
import { type Recipe, readRecipe } from './recipe'
import { expect, type Servers, test } from './servers'
import { pending, twoHoursLater, visit } from './visit'

interface Field {
  objectTypeId?: string
  name: string
  value: string
}

interface Submission {
  fields: Field[]
  submittedAt?: string
  context: Record<string, unknown>
  legalConsentOptions?: { consent?: { consentToProcess?: boolean; text?: string } }
}

/** A form with the fields that the recipe page asks for, at HubSpot's endpoint. */
async function start(_: Recipe, servers: Servers, _origin: string, names = ['pulso_nps', 'pulso_response', 'email']) {
  const [portal, guid] = ['1234567', '5a1b2c3d-0000-4000-8000-1234567890ab']
  const submissions: Field[][] = []
  const url = await servers.serve(async request => {
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type',
      'access-control-allow-methods': 'POST',
    }
    if (request.method === 'OPTIONS') return new Response(null, { headers })
    const refuse = (status: number, message: string, ...errors: { message: string; errorType: string }[]) =>
      Response.json({ status: 'error', message, correlationId: 'c', errors }, { status, headers })
    if (new URL(request.url).pathname !== `/submissions/v3/integration/submit/${portal}/${guid}`)
      return refuse(404, 'The form could not be found')
    if (!request.headers.get('content-type')?.startsWith('application/json')) return refuse(415, 'Unsupported')
    const body: Submission = await request.json()
    const { consent } = body.legalConsentOptions ?? {}
    const errors = [
      ...body.fields.filter(({ name }) => !names.includes(name)).map(() => 'FIELD_NOT_IN_FORM_DEFINITION'),
      ...body.fields.filter(({ value }) => typeof value !== 'string').map(() => 'INVALID_METADATA'),
      ...(body.fields.some(({ name, value }) => name === 'email' && value.includes('@')) ? [] : ['REQUIRED_FIELD']),
      ...('hutk' in body.context && !/^[\da-f]{32}$/.test(`${body.context.hutk}`) ? ['INVALID_HUTK'] : []),
      ...(consent && consent.consentToProcess !== true ? ['MISSING_PROCESSING_CONSENT'] : []),
      ...(consent && !consent.text ? ['MISSING_PROCESSING_CONSENT_TEXT'] : []),
      ...(/^\d{13}$/.test(body.submittedAt ?? '') ? [] : ['INVALID_METADATA']),
    ]
    if (errors.length)
      return refuse(400, 'The request is not valid', ...errors.map(errorType => ({ message: 'Error', errorType })))
    submissions.push(body.fields)
    return Response.json({ inlineMessage: 'Thanks for submitting the form.' }, { headers })
  })
  /** As the recipe page says: submissions with the same `pulso_response` count once. */
  const kept = () => {
    const value = (fields: Field[], name: string) => fields.find(field => field.name === name)?.value
    const latest = new Map(submissions.map(fields => [value(fields, 'pulso_response')!, fields]))
    return [...latest].map(([id, fields]) => ({
      id,
      revision: Number.POSITIVE_INFINITY, // HubSpot knows none
      nps: value(fields, 'pulso_nps'),
      why: value(fields, 'email'),
    }))
  }
  const replacements = { 'https://api.hsforms.com': url, YOUR_PORTAL_ID: portal, YOUR_FORM_GUID: guid }
  return { replacements, mistaken: { ...replacements, YOUR_FORM_GUID: 'another' }, kept }
}

async function answer(page: Page) {
  await page.evaluate(() => window.pulso.show('purchase', { force: true }))
  const { pick, region, submit } = survey(page)
  await pick(9)
  await region.getByLabel(/e-?mail/i).fill('ada@example.com')
  await region.getByRole('checkbox').check()
  await submit.click()
  await expect(region.getByRole('heading', { name: /thank you/i })).toBeVisible()
}

const sent: Promised['sent'] = request => {
  expect(request.headers()['content-type']).toBe('application/json')
  expect(request.postDataJSON()).toEqual({
    submittedAt: expect.stringMatching(/^\d{13}$/),
    fields: [
      { objectTypeId: '0-1', name: 'pulso_nps', value: '9' },
      { objectTypeId: '0-1', name: 'email', value: 'ada@example.com' },
      { objectTypeId: '0-1', name: 'pulso_response', value: expect.stringMatching(/^[\w-]{21}$/) },
    ],
    context: { pageUri: expect.stringMatching(/^http/), pageName: 'Host' },
    legalConsentOptions: {
      consent: { consentToProcess: true, text: expect.stringMatching(/^The shop may/), communications: [] },
    },
  })
}

keepsItsPromises('hubspot', {
  start,
  answer,
  expected: { nps: '9', why: 'ada@example.com' },
  overtaken: undefined,
  sent,
})

test('hubspot: the visitor whom HubSpot knows by its cookie is told to it', async ({ page, site, servers }) => {
  const recipe = readRecipe('hubspot')
  const { replacements, kept } = await start(recipe, servers, site.url)
  const hutk = '0123456789abcdef0123456789abcdef'
  await page.context().addCookies([{ name: 'hubspotutk', value: hutk, url: site.url }])
  const posted = page.waitForRequest(request => request.method() === 'POST')
  await visit(page, site, recipe, replacements)
  await answer(page)
  expect((await posted).postDataJSON().context.hutk).toBe(hutk)
  await expect.poll(kept).toHaveLength(1)
})

test('hubspot: a form without the field refuses the answer, which is tried again once it has the field', async ({
  page,
  site,
  servers,
}) => {
  const recipe = readRecipe('hubspot')
  const form = ['email']
  const { replacements, kept } = await start(recipe, servers, site.url, form)
  await visit(page, site, recipe, replacements)
  const refused = page.waitForResponse(response => response.status() === 400)
  await answer(page)
  expect(await (await refused).json()).toMatchObject({
    errors: [{ errorType: 'FIELD_NOT_IN_FORM_DEFINITION' }, { errorType: 'FIELD_NOT_IN_FORM_DEFINITION' }],
  })
  expect(await pending(page)).toBe(1)
  expect(kept()).toEqual([])
  form.push('pulso_nps', 'pulso_response')
  await twoHoursLater(page)
  await visit(page, site, recipe, replacements)
  await expect.poll(kept).toMatchObject([{ nps: '9' }])
  await expect.poll(() => pending(page)).toBe(0)
})
