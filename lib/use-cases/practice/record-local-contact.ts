import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findRegisterEntry } from '#lib/data/library'
import { insertLocalContact, listLocalContacts, type NewLocalContact } from '#lib/data/local-contact'
import { membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import type { LocalContact } from '#lib/domain/curriculum/local-contacts'
import type { Contact } from '#lib/domain/curriculum/reference'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RecordLocalContactRefusal = 'not-found' | 'checked-later-than-today' | 'contact-changed-meanwhile'

type Input = NewLocalContact & { readonly practiceId: string }

/**
 * Adds a version of a local contact: what stood before is kept, with its author. Sending the same words twice adds one. A
 * change that the author did not see is not written over.
 */
export async function recordLocalContact(
  { tx, now, actor }: Context,
  { practiceId: wanted, ...entry }: Input,
): Promise<Result<null, RecordLocalContactRefusal>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, timeZone } = post
  const contact = await findRegisterEntry<Contact>(tx, 'contacts', entry.contactId)
  if (contact?.scope !== 'local') return refuse('not-found')
  if (entry.checkedOn > localDateAt(now, timeZone)) return refuse('checked-later-than-today')
  if (!(await insertLocalContact(tx, practiceId, actor.personId, entry, now))) {
    const [newest] = await listLocalContacts(tx, [practiceId], { versionsOf: entry.contactId })
    return newest && saysTheSame(newest, entry) ? ok(null) : refuse('contact-changed-meanwhile')
  }
  const { contactId, after } = entry
  const deed = { kind: 'local-contact-recorded', contactId, version: after + 1 } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

function saysTheSame(one: LocalContact, other: NewLocalContact): boolean {
  return (['name', 'phone', 'hours', 'note', 'checkedOn'] as const).every((key) => one[key] === other[key])
}
