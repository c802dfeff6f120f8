import { readFileSync } from 'node:fs'

/** A block of code on a recipe page, and how it begins: ```js. */
interface Block {
  language: string
  code: string
}

/** What a reader of docs/receivers/<name>.md copies, by the heading it stands under. */
export interface Recipe {
  name: string
  /** Under "On the page", or under the heading of a variant. */
  page: Block
  /** Under "The receiver", by language; each language stands there once. */
  receiver: Record<string, string>
}

/** Reads a recipe page. It throws where a part is missing, so that a page cannot lose what its journeys run. */
export function readRecipe(name: string, variant = 'On the page'): Recipe {
  const text = readFileSync(`docs/receivers/${name}.md`, 'utf8')
  const blocks = (heading: string): Block[] => {
    const section = text.split(/^## /m).find(part => part.startsWith(`${heading}\n`)) ?? ''
    return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
      language: language!,
      code: code!,
    }))
  }
  const [page, ...more] = blocks(variant)
  if (!page || more.length) throw new Error(`${name}: one block of code stands under "${variant}"`)
  const parts = blocks('The receiver').map(({ language, code }) => [language, code] as const)
  if (new Set(parts.map(([language]) => language)).size < parts.length)
    throw new Error(`${name}: each language stands once under "The receiver"`)
  return { name, page, receiver: Object.fromEntries(parts) }
}

/** The text with each key in it replaced by its value. A key that is not there is an error: the page says something else. */
export function replaceAll(text: string, replacements: Record<string, string>): string {
  return Object.entries(replacements).reduce((result, [theirs, ours]) => {
    if (!result.includes(theirs)) throw new Error(`${theirs} is not on the page`)
    return result.replaceAll(theirs, ours)
  }, text)
}
