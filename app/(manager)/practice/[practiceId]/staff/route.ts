import * as z from 'zod'
import { employmentKinds, roles } from '#lib/domain/people/roles'
import { addStaffMember } from '#lib/use-cases/practice/add-staff-member'
import { emailAddress, personName } from '#lib/web/account-fields'
import { command } from '#lib/web/command'
import { listField } from '#lib/web/forms'
import { grantableCapabilities, localDate, optionalText, practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({
    practiceId,
    name: personName,
    emailAddress,
    role: z.enum(roles, 'role-missing'),
    employmentKind: z.enum(employmentKinds, 'kind-missing'),
    location: optionalText,
    startedOn: localDate,
    capabilities: listField.pipe(z.array(z.enum(grantableCapabilities)).max(4)),
  }),
  run: addStaffMember,
  redirectTo: ({ staffMemberId, workedHereBefore }, { practiceId }) =>
    workedHereBefore
      ? routes.entry(practiceId, staffMemberId, 'rehire')
      : routes.staffMember(practiceId, staffMemberId),
  notice: ({ workedHereBefore, isLongAgo }) => {
    if (workedHereBefore) return 'worked-here-before'
    return isLongAgo ? 'staff-member-added-long-ago' : 'staff-member-added'
  },
  formPage: (params) => routes.newStaffMember(params['practiceId'] ?? ''),
})
