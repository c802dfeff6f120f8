import type { MessageQuestion } from '../../src/schema'
import type { Kind } from './kind'

/** Something to read. */
export const message: Kind<MessageQuestion> = {
  title: locale => locale.survey,
  silent: true,
  read: () => undefined,
  View: () => null,
}
