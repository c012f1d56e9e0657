import * as z from 'zod'
import { leaveNetwork } from '#lib/use-cases/network/leave-network'
import { command } from '#lib/web/command'
import { networkPage } from '#lib/web/network-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId }),
  run: leaveNetwork,
  redirectTo: (_done, input) => routes.practiceNetwork(input.practiceId),
  notice: () => 'network-left',
  formPage: networkPage,
})
