import { recordEntry } from '#lib/use-cases/practice/record-entry'
import { command } from '#lib/web/command'
import { entrySchema } from '#lib/web/entry-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: entrySchema,
  run: recordEntry,
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: () => 'entry-recorded',
  formPage: (params) =>
    routes.entry(params['practiceId'] ?? '', params['staffMemberId'] ?? '', params['entry'] ?? ''),
})
