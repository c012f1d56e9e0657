import type { Context } from '#lib/context'
import { findRegisterEntry } from '#lib/data/library'
import { listLocalContacts, type StoredLocalContact } from '#lib/data/local-contact'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { Contact } from '#lib/domain/curriculum/reference'
import { contactIn } from '#lib/domain/curriculum/register-words'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type LocalContactView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly contactId: string
  /** What is to be found, and for whom, in the register's words. */
  readonly kind: string
  readonly who: string
  readonly advice: string | null
  /** What was entered, the newest first. */
  readonly versions: readonly StoredLocalContact[]
}

/** One local contact, with everything that was ever entered for it. */
export async function viewLocalContact(
  { tx, now, actor, language }: Context,
  input: { practiceId: string; contactId: string },
): Promise<Result<LocalContactView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const entry = await findRegisterEntry<Contact>(tx, 'contacts', input.contactId)
  if (entry?.scope !== 'local') return refuse('not-found')
  const contact = contactIn(entry, language)
  const { practiceId, practiceName, capabilities, timeZone } = post
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today: localDateAt(now, timeZone),
    contactId: contact.id,
    kind: contact.name,
    who: contact.who,
    advice: contact.notes ?? null,
    versions: await listLocalContacts(tx, [practiceId], { versionsOf: contact.id }),
  })
}
