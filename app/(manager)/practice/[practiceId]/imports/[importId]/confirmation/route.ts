import * as z from 'zod'
import { applyRosterImport } from '#lib/use-cases/practice/apply-roster-import'
import { confirmRosterImport } from '#lib/use-cases/practice/confirm-roster-import'
import { command } from '#lib/web/command'
import { listField } from '#lib/web/forms'
import { importId } from '#lib/web/import-fields'
import { quickly } from '#lib/web/import-steps'
import { localDate, practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

const noDay = z.literal('').transform(() => null)
const day = z
  .union([noDay, localDate], 'date-invalid')
  .optional()
  .transform((given) => given ?? null)

export const POST = command({
  input: z.strictObject({
    practiceId,
    importId,
    changesFrom: day,
    sendInvitations: z
      .literal('yes')
      .optional()
      .transform((said) => said === 'yes'),
    ended: listField.pipe(z.array(staffMemberId).max(500)),
    lastDay: day,
  }),
  run: async (context, input) => {
    const confirmed = await confirmRosterImport(context, input)
    if (confirmed.ok) await quickly(applyRosterImport, context, input)
    return confirmed
  },
  redirectTo: (_done, input) => routes.rosterImport(input.practiceId, input.importId),
  formPage: (params) => routes.rosterImport(params['practiceId'] ?? '', params['importId'] ?? ''),
})
