import { invariant } from '#lib/domain/invariant'
import { canonicalReadable, encodeReadable, groupReadable } from '#lib/domain/readable-code'

declare const certificateNumber: unique symbol
/** The public identity of a certificate: 128 random bits as 26 characters of Crockford's base 32, stored ungrouped. */
export type CertificateNumber = string & { readonly [certificateNumber]: true }

const numberBytes = 16

/** @param random 16 bytes from a cryptographic source; the domain draws none itself. */
export function certificateNumberFrom(random: Uint8Array): CertificateNumber {
  invariant(random.length === numberBytes, 'a certificate number is made of 16 random bytes')
  return encodeReadable(random) as CertificateNumber
}

/** The number that was meant, however it was typed or copied; `undefined` when it cannot be one. */
export function parseCertificateNumber(typed: string): CertificateNumber | undefined {
  return canonicalReadable(typed, numberBytes) as CertificateNumber | undefined
}

/** As printed and as part of the verification address: `ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-23`. */
export function printCertificateNumber(number: CertificateNumber): string {
  return groupReadable(number, 4)
}
