import type { Route } from 'next'
import * as z from 'zod'
import { makeNetworkCode } from '#lib/use-cases/network/make-network-code'
import { command } from '#lib/web/command'
import { codeThrottles, networkPage } from '#lib/web/network-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId }),
  throttle: codeThrottles,
  run: (context, input) =>
    makeNetworkCode(context, { ...input, path: routes.practiceNetwork(input.practiceId) }),
  redirectTo: ({ formId }, input) => `${routes.practiceNetwork(input.practiceId)}?form=${formId}` as Route,
  formPage: networkPage,
})
