import { addMonths, type LocalDate } from '#lib/domain/calendar'
import type { Contact, ContactConfidence } from '#lib/domain/curriculum/reference'
import type { Language } from '#lib/domain/language'

/** What a practice entered for a local entry of the register, as it holds today. */
export type LocalContact = {
  /** Id in the register of contacts. */
  readonly contactId: string
  /** 1 for the first; each change adds one. */
  readonly version: number
  readonly name: string
  readonly phone: string
  readonly hours: string
  readonly note: string | null
  readonly checkedOn: LocalDate
}

/** A contact as a page shows it: from the register, or with what the reader's practice entered in its place. */
export type ShownContact = Omit<Contact, 'languages' | 'confidence' | 'es'> & {
  /** Unknown where a practice entered the contact: its note may say. */
  readonly languages?: string
  readonly confidence: ContactConfidence | 'practice'
  /** The language of its words, where they are not translated into the reader's. */
  readonly wordsIn?: Language
}

/** The register's contacts with what the practice entered for the local ones. */
export function withLocalContacts(
  contacts: readonly ShownContact[],
  entered: readonly LocalContact[],
): readonly ShownContact[] {
  const byId = new Map(entered.map((local) => [local.contactId, local]))
  return contacts.map((contact) => {
    const local = contact.scope === 'local' ? byId.get(contact.id) : undefined
    return local ? shown(contact, local) : contact
  })
}

function shown({ id, who, source, scope }: ShownContact, local: LocalContact): ShownContact {
  const { name, phone, hours, note, checkedOn } = local
  const notes = note === null ? {} : { notes: note }
  return { id, who, source, scope, name, phone, hours, ...notes, checkedOn, confidence: 'practice' }
}

/** Numbers change: who runs the list looks at each entry again after this long. */
const checkedForMonths = 3

/** The last day on which a check still counts. */
export const checkAgainOn = (checkedOn: LocalDate): LocalDate => addMonths(checkedOn, checkedForMonths)

/** What is left to do about the practice's local contacts. */
export type LocalContactTasks = {
  readonly outOf: number
  /** Entries of the register for which the practice has nothing yet. */
  readonly missing: number
  /** Entries that were checked too long ago. */
  readonly stale: number
}

/** @param checks for each local entry of the register the day of its last check; null where nothing is entered. */
export function localContactTasks(
  checks: readonly (LocalDate | null)[],
  today: LocalDate,
): LocalContactTasks {
  return {
    outOf: checks.length,
    missing: checks.filter((checkedOn) => checkedOn === null).length,
    stale: checks.filter((checkedOn) => checkedOn !== null && checkAgainOn(checkedOn) < today).length,
  }
}
