import { getTranslations } from 'next-intl/server'

type Finding = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly severity: 'blocking' | 'advisory'
}

const severities = ['blocking', 'advisory'] as const

/** What the checks found, with the place and the mend; what must be mended first comes first. */
export async function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = await getTranslations('authoring')
  if (findings.length === 0) return <p className="card font-medium">{t('checks.good')}</p>
  return severities.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity)
    if (found.length === 0) return null
    return (
      <section aria-labelledby={severity} className="mb-6" key={severity}>
        <h2 className="mb-3 text-xl" id={severity}>
          {t(`checks.${severity}`)}
        </h2>
        <ul className="space-y-3">
          {found.map(({ file, line, column, message }) => (
            <li className="card" key={`${file}:${line}:${column}:${message}`}>
              <p className="text-muted text-sm break-words">{t('checks.place', { file, line, column })}</p>
              {/* The pipeline says in English what to mend, as it does to whoever writes files. */}
              <p className="max-w-prose" lang="en">
                {message}
              </p>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
