import type { Certificate } from '#lib/domain/certification/certificate'

/** What the signature says about a certificate that was shared. */
export type Vouching = 'signed' | 'revoked' | 'not-signed'

type Shared = Pick<Certificate, 'completedOn' | 'validThrough'> & {
  readonly provider: string
  readonly title: string
  readonly modules: readonly { readonly title: string; readonly version: number }[]
}

/**
 * Whether what a practice is shown is what was signed. The signature is the first person's word here: nobody who could gain
 * by it wrote it, so that one manager is enough to accept it.
 */
export function vouchedFor(shown: Shared, signed: Certificate): boolean {
  return (
    shown.provider === signed.practiceName &&
    shown.title === signed.trackTitle &&
    shown.completedOn === signed.completedOn &&
    shown.validThrough === signed.validThrough &&
    shown.modules.length === signed.modules.length &&
    signed.modules.every(({ title, version }, index) => {
      const module = shown.modules[index]
      return module?.title === title && module.version === version
    })
  )
}
