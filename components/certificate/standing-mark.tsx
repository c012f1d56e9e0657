import type { CertificateStanding } from '#lib/domain/certification/public-certificate'

const looks: Readonly<Record<CertificateStanding, string>> = {
  valid: 'border-good bg-good-soft',
  'past-its-date': 'border-notice-line bg-notice',
  revoked: 'border-danger bg-danger-soft',
}

/** Where the document stands, in words; the colour only repeats them. */
export function StandingMark({ standing, words }: { standing: CertificateStanding; words: string }) {
  return (
    <span className={`inline-block rounded-md border px-2 py-0.5 font-medium ${looks[standing]}`}>
      {words}
    </span>
  )
}
