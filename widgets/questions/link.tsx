import type { LinkQuestion } from '../../src/schema'
import { Link, safeUrl } from '../parts/link'
import type { Kind } from './kind'

/** A link to open, or to leave alone. */
export const link: Kind<LinkQuestion> = {
  title: (locale, { text }) => text ?? locale.survey,
  silent: true,
  fits: ({ href }) => !!safeUrl(href),
  read: draft => (draft ? { value: true } : undefined),
  View: ({ question: { href, text }, say, langOf, edit }) => (
    <div class="actions linked">
      <Link
        href={safeUrl(href)!}
        lang={langOf(text)}
        onClick={() => edit(true)}
        // The middle button opens it, too; the right one only asks what could be done with it.
        onAuxClick={({ button }) => button === 1 && edit(true)}
      >
        {say(text) || href}
      </Link>
    </div>
  ),
}
