import type { VisitorContext } from '#lib/context'
import { listRegisterEntries } from '#lib/data/library'
import { listLocalContacts } from '#lib/data/local-contact'
import { type Actor, pendingSignInStep } from '#lib/domain/access/actor'
import { type HelpContacts, helpContacts } from '#lib/domain/curriculum/help-contacts'
import { type ShownContact, withLocalContacts } from '#lib/domain/curriculum/local-contacts'
import type { Contact } from '#lib/domain/curriculum/reference'
import { contactIn } from '#lib/domain/curriculum/register-words'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result } from '#lib/domain/result'

export type HelpView = HelpContacts & {
  /** Whom each of the reader's practices calls near it; nothing for a stranger. */
  readonly practices: readonly {
    readonly practiceId: PracticeId
    readonly practiceName: string
    readonly contacts: readonly ShownContact[]
  }[]
}

/** Whom to call. It writes nothing, whoever asks; a stranger reads what is the same for everybody. */
export async function viewHelp(
  { tx, language }: VisitorContext,
  actor: Actor | null,
): Promise<Result<HelpView, never>> {
  const register = await listRegisterEntries<Contact>(tx, 'contacts')
  const contacts = helpContacts(register.map((contact) => contactIn(contact, language)))
  const posts = actor && pendingSignInStep(actor) === null ? actor.memberships : []
  const ids = posts.map(({ practiceId }) => practiceId)
  const entered = ids.length > 0 ? await listLocalContacts(tx, ids) : []
  const practices = posts.map(({ practiceId, practiceName }) => {
    const own = entered.filter((each) => each.practiceId === practiceId)
    return { practiceId, practiceName, contacts: withLocalContacts(contacts.local, own) }
  })
  return ok({ ...contacts, practices })
}
