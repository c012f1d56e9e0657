import { getTranslations } from 'next-intl/server'

type Version = {
  readonly moduleVersionId: string
  readonly version: number
  readonly title: string
  readonly language: string
  readonly people: number
}
type MeasuredListProps = {
  readonly versions: readonly Version[]
  readonly hrefFor: (moduleVersionId: string) => string
}

/** Each module version with how many people took its quiz, in fives. */
export async function MeasuredList({ versions, hrefFor }: MeasuredListProps) {
  const t = await getTranslations('measurement')
  if (versions.length === 0) return <p className="card">{t('statistics.none')}</p>
  return (
    <ul className="space-y-3">
      {versions.map(({ moduleVersionId, version, title, language, people }) => (
        <li className="card" key={moduleVersionId}>
          <a className="inline-flex min-h-11 items-center font-semibold" href={hrefFor(moduleVersionId)}>
            <span lang={language}>{t('statistics.version', { module: title, version })}</span>
          </a>
          <p className="text-muted">{people === 0 ? t('fewPeople') : t('people', { people })}</p>
        </li>
      ))}
    </ul>
  )
}
