import type { VisitorContext } from '#lib/context'
import { listRegisterEntries } from '#lib/data/library'
import { type HelpContacts, helpContacts } from '#lib/domain/curriculum/help-contacts'
import type { Contact } from '#lib/domain/curriculum/reference'
import { ok, type Result } from '#lib/domain/result'

/** Whom to call. It reads one table that is the same for everybody, and writes nothing, whoever asks. */
export async function viewHelp({ tx }: VisitorContext): Promise<Result<HelpContacts, never>> {
  return ok(helpContacts(await listRegisterEntries<Contact>(tx, 'contacts')))
}
