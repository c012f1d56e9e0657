import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'
import type { ImportStage } from '#lib/domain/people/roster-import/import-state'

type ImportListProps = {
  readonly imports: readonly {
    readonly id: string
    readonly fileName: string
    readonly stage: ImportStage
    readonly createdOn: LocalDate
  }[]
  readonly hrefFor: (importId: string) => string
}

/** The files before, each with where it stands. */
export async function ImportList({ imports, hrefFor }: ImportListProps) {
  const t = await getTranslations('imports')
  const day = await dayWords()
  return (
    <section className="mt-10">
      <h2>{t('earlier')}</h2>
      {imports.length === 0 && <p className="text-muted mt-2">{t('noneEarlier')}</p>}
      <ul className="mt-2 space-y-1">
        {imports.map(({ id, fileName, stage, createdOn }) => (
          <li className="flex flex-wrap items-baseline gap-x-3" key={id}>
            <a className="inline-flex min-h-11 items-center break-all" href={hrefFor(id)}>
              {fileName}
            </a>
            <span className="text-muted text-sm">
              {day(createdOn)} · {t(`stage.${stage}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
