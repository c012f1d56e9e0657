import type { Context } from '#lib/context'
import { type ListedCertificate, listCertificatesOfPerson } from '#lib/data/certificate'
import { ok, type Result } from '#lib/domain/result'

/** Far above a working life of yearly certificates. */
const limit = 500

/** Every certificate that the actor ever earned, at every practice where the actor works or worked, the latest first. */
export async function viewCertificates({
  tx,
  actor,
}: Context): Promise<Result<readonly ListedCertificate[], never>> {
  return ok(await listCertificatesOfPerson(tx, actor.personId, { limit }))
}
