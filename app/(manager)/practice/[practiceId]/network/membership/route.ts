import * as z from 'zod'
import { joinNetwork } from '#lib/use-cases/network/join-network'
import { command } from '#lib/web/command'
import { codeThrottles, networkCode, networkPage } from '#lib/web/network-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, networkCode }),
  throttle: codeThrottles,
  run: joinNetwork,
  redirectTo: (_done, input) => routes.practiceNetwork(input.practiceId),
  notice: () => 'network-joined',
  formPage: networkPage,
})
