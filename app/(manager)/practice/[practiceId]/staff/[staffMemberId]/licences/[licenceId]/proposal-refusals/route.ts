import * as z from 'zod'
import { declineLicenceProposal } from '#lib/use-cases/licences/decline-licence-proposal'
import { command } from '#lib/web/command'
import { reason } from '#lib/web/external-fields'
import { licenceId, licencePage } from '#lib/web/licence-fields'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({
    practiceId,
    staffMemberId,
    licenceId,
    proposalId: z.uuid(),
    declineReason: reason,
  }),
  run: (context, { declineReason, ...input }) =>
    declineLicenceProposal(context, { ...input, reason: declineReason }),
  redirectTo: (_, input) => routes.licenceOf(input.practiceId, input.staffMemberId, input.licenceId),
  notice: () => 'licence-proposal-declined',
  formPage: licencePage,
})
