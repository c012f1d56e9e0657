import * as z from 'zod'
import { professions } from '#lib/domain/people/licences'
import { usStates } from '#lib/domain/people/us-states'
import type { Params } from '#lib/web/command-shape'
import { routes } from '#lib/web/routes'

/** Ids in addresses. A malformed one is answered like an unknown one. */
export const licenceId = z.uuid()

/** What stands on a licence, as it is typed. */
export const licenceFields = {
  profession: z.enum(professions, 'profession-missing'),
  state: z.enum(usStates, 'state-missing'),
  licenceNumber: z
    .string('licence-number-missing')
    .trim()
    .min(1, 'licence-number-missing')
    .regex(/^[\p{L}\d./ -]{1,40}$/u, 'licence-number-invalid'),
}

/** The page of the licence that the address names. */
export const licencePage = (params: Params) =>
  routes.licenceOf(params['practiceId'] ?? '', params['staffMemberId'] ?? '', params['licenceId'] ?? '')
