import type { ShownContact } from '#lib/domain/curriculum/local-contacts'

/** The contacts as Help shows them: what is needed most stands first. */
export type HelpContacts = {
  readonly urgent: readonly ShownContact[]
  readonly national: readonly ShownContact[]
  readonly missouri: readonly ShownContact[]
  /** What every practice has to find for itself. Without a number until somebody has entered one. */
  readonly local: readonly ShownContact[]
}

/** Emergency services, and the hotline for what this training is about. */
const urgentIds = ['emergency', 'national-hotline']

/** In the order of the register. An entry that nobody can be reached by is left out: it only explains something. */
export function helpContacts(contacts: readonly ShownContact[]): HelpContacts {
  const reachable = contacts.filter(({ phone, text, chat }) => phone || text || chat)
  const others = reachable.filter(({ id }) => !urgentIds.includes(id))
  return {
    urgent: urgentIds.flatMap((id) => reachable.find((contact) => contact.id === id) ?? []),
    national: others.filter(({ scope }) => scope === 'national'),
    missouri: others.filter(({ scope }) => scope === 'missouri'),
    local: contacts.filter(({ scope }) => scope === 'local'),
  }
}
