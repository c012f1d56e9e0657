import * as z from 'zod'
import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'
import type { Params } from '#lib/web/command-shape'
import { routes } from '#lib/web/routes'

export const networkName = z.string('name-missing').trim().min(1, 'name-missing').max(200, 'name-too-long')

/** Whatever else it is, it leads nowhere: no code is told apart from another by its shape. */
export const networkCode = z.string('network-code-missing').trim().min(1, 'network-code-missing').max(200)

export const offerId = z.uuid()

/** Ten codes in an hour, each made or tried. */
export function codeThrottles({ actor }: { readonly actor: Actor }): Throttle[] {
  return [{ key: `network-code:${actor.personId}`, points: 10, withinSeconds: 3600 }]
}

export const networkPage = ({ practiceId = '' }: Params) => routes.practiceNetwork(practiceId)
