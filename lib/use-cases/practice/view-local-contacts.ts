import type { Context } from '#lib/context'
import { listRegisterEntries } from '#lib/data/library'
import { listLocalContacts, type StoredLocalContact } from '#lib/data/local-contact'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { checkAgainOn, type ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { Contact } from '#lib/domain/curriculum/reference'
import { contactIn } from '#lib/domain/curriculum/register-words'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type LocalContactLine = {
  readonly contactId: string
  /** What is to be found, and for whom, in the register's words. */
  readonly kind: string
  readonly who: string
  readonly advice: string | null
  readonly entered: StoredLocalContact | null
  /** Stale: the last check is too long ago. */
  readonly state: 'missing' | 'stale' | 'fine'
}

export type LocalContactsView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly lines: readonly LocalContactLine[]
}

/** Whom the practice calls near it, and what is still to be entered. */
export async function viewLocalContacts(
  { tx, now, actor, language }: Context,
  input: { practiceId: string },
): Promise<Result<LocalContactsView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const today = localDateAt(now, timeZone)
  const contacts = await listRegisterEntries<Contact>(tx, 'contacts')
  const entered = new Map((await listLocalContacts(tx, [practiceId])).map((each) => [each.contactId, each]))
  const lines = contacts
    .filter(({ scope }) => scope === 'local')
    .map((contact) => lineOf(contactIn(contact, language), entered.get(contact.id) ?? null, today))
  return ok({ practiceId, practiceName, canAdminister: capabilities.includes('administer'), today, lines })
}

function lineOf(
  contact: ShownContact,
  entered: StoredLocalContact | null,
  today: LocalDate,
): LocalContactLine {
  const { id, name, who, notes } = contact
  return { contactId: id, kind: name, who, advice: notes ?? null, entered, state: stateOf(entered, today) }
}

function stateOf(entered: StoredLocalContact | null, today: LocalDate): LocalContactLine['state'] {
  if (entered === null) return 'missing'
  return checkAgainOn(entered.checkedOn) < today ? 'stale' : 'fine'
}
