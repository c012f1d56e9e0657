import * as z from 'zod'
import { offerToNetwork } from '#lib/use-cases/network/offer-to-network'
import { draftId } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { folderThrottles } from '#lib/web/exchange-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId }),
  run: offerToNetwork,
  throttle: folderThrottles,
  redirectTo: (_done, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'network-offered',
  formPage: draftPage,
})
