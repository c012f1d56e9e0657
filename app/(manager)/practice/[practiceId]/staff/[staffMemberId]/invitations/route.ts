import * as z from 'zod'
import { resendInvitation } from '#lib/use-cases/practice/resend-invitation'
import { command } from '#lib/web/command'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'
import { invitationThrottles, typedText } from '#lib/web/sign-in-throttles'

export const POST = command({
  input: z.strictObject({ practiceId, staffMemberId }),
  run: resendInvitation,
  throttle: ({ actor, typed }) =>
    invitationThrottles(actor, `${typedText(typed, 'practiceId')} ${typedText(typed, 'staffMemberId')}`),
  redirectTo: (_, input) => routes.staffMember(input.practiceId, input.staffMemberId),
  notice: () => 'invitation-sent',
  formPage: (params) => routes.staffMember(params['practiceId'] ?? '', params['staffMemberId'] ?? ''),
})
