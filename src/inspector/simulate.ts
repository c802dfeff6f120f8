/** What somebody has typed as an event's properties, or a sentence on what is wrong with it. */
export function readProperties(name: string, text: string): Record<string, unknown> | string {
  if (!name) return 'Give the event a name, for example order.completed.'
  if (!text.trim()) return {}
  try {
    const properties: unknown = JSON.parse(text)
    if (typeof properties === 'object' && properties && !Array.isArray(properties))
      return properties as Record<string, unknown>
    return 'Properties are an object: { "name": "value" }.'
  } catch (cause) {
    return `This is no JSON: ${(cause as Error).message}`
  }
}
