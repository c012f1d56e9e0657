import * as z from 'zod'
import { foundNetwork } from '#lib/use-cases/network/found-network'
import { command } from '#lib/web/command'
import { networkName, networkPage } from '#lib/web/network-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, networkName }),
  run: foundNetwork,
  redirectTo: (_done, input) => routes.practiceNetwork(input.practiceId),
  notice: () => 'network-founded',
  formPage: networkPage,
})
