import type { TouchpointSettings } from './config'

/** What responses, frequencies and tags call the survey of a touchpoint: its own name, else the touchpoint's. */
export function surveyIdOf({ id, raw: { survey } }: Pick<TouchpointSettings, 'id' | 'raw'>): string {
  if (typeof survey === 'string') return survey
  return typeof survey.id === 'string' && survey.id ? survey.id : id
}
