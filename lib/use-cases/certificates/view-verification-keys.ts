import { readKeySet } from '#lib/audit/signing-key'
import { settings } from '#lib/system/env'

/** The public halves of the keys that sign certificates, as a JWK set: with them anybody can check a signature offline. */
export async function viewVerificationKeys() {
  return readKeySet(settings())
}
