import type { Context } from '#lib/context'
import { type ListedCertificate, listCertificatesOf } from '#lib/data/certificate'
import { postsOf } from '#lib/domain/access/actor'
import { ok, type Result } from '#lib/domain/result'

/** Far above a working life of yearly certificates. */
const limit = 500

/** Every certificate that the actor ever earned, at every practice where the actor works, the latest first. */
export async function viewCertificates({
  tx,
  actor,
}: Context): Promise<Result<readonly ListedCertificate[], never>> {
  return ok(await listCertificatesOf(tx, postsOf(actor), { limit }))
}
