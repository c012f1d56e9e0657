import * as z from 'zod'
import { recordLocalContact } from '#lib/use-cases/practice/record-local-contact'
import { command } from '#lib/web/command'
import { localContactFields, practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, ...localContactFields }),
  run: recordLocalContact,
  redirectTo: (_, input) => routes.localContacts(input.practiceId),
  notice: () => 'local-contact-recorded',
  formPage: (params) => routes.localContact(params['practiceId'] ?? '', params['contactId'] ?? ''),
})
