import { getTranslations } from 'next-intl/server'
import { type PlannedLine, PlannedLines } from '#components/import/planned-lines'
import type { RowResult } from '#lib/domain/people/roster-import/import-state'

type ReportProps = {
  readonly stage: 'applied' | 'undone'
  readonly results: Readonly<Partial<Record<RowResult, number>>>
  readonly newPeople: number
  readonly peopleBack: number
  readonly changedSince: readonly PlannedLine[]
  readonly kept: readonly PlannedLine[]
  readonly undoAction: string
  readonly staffHref: string
}

/** What became of a file, and the way back. */
export async function Report({ stage, results, changedSince, kept, ...to }: ReportProps) {
  const t = await getTranslations('imports')
  const isUndone = stage === 'undone'
  return (
    <div className="space-y-6">
      <section className="border-good bg-good-soft rounded-xl border-2 p-4" role="status">
        <p className="font-medium">
          {isUndone
            ? t('report.undone', { rows: results.undone ?? 0 })
            : t('report.done', { rows: results.applied ?? 0 })}
        </p>
        {!isUndone && <p>{t('report.new', { people: to.newPeople })}</p>}
        {!isUndone && to.peopleBack > 0 && <p>{t('report.back', { people: to.peopleBack })}</p>}
      </section>
      <a className="button-quiet" href={to.staffHref}>
        {t('report.toStaff')}
      </a>
      <Left hint={t('report.changedSinceHint')} lines={changedSince} title={t('report.changedSinceTitle')} />
      <Left hint={t('report.keptHint')} lines={kept} title={t('report.keptTitle')} />
      {!isUndone && (results.applied ?? 0) > 0 && (
        <details className="card">
          <summary className="min-h-11 cursor-pointer py-2 font-medium">{t('report.undoTitle')}</summary>
          <p className="my-3">{t('report.undoHint')}</p>
          <form action={to.undoAction} method="post">
            <button className="button-quiet" type="submit">
              {t('report.undoButton')}
            </button>
          </form>
        </details>
      )}
    </div>
  )
}

type LeftProps = {
  readonly title: string
  readonly hint: string
  readonly lines: readonly PlannedLine[]
}

function Left({ title, hint, lines }: LeftProps) {
  if (lines.length === 0) return null
  return (
    <section className="space-y-2">
      <h2>{title}</h2>
      <p>{hint}</p>
      <PlannedLines caption={title} lines={lines} />
    </section>
  )
}
