import { rehireStaffMember } from '#lib/use-cases/practice/add-staff-member'
import { command } from '#lib/web/command'
import { rehireSchema } from '#lib/web/entry-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: rehireSchema,
  run: rehireStaffMember,
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: ({ isLongAgo }) => (isLongAgo ? 'staff-member-rehired-long-ago' : 'staff-member-rehired'),
  formPage: (params) => routes.entry(params['practiceId'] ?? '', params['staffMemberId'] ?? '', 'rehire'),
})
