import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'

type Run = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly fromVersion: number
  readonly toVersion: number
  readonly items: number
  readonly reason: string
  readonly recordedOn: LocalDate
  readonly recordedBy: string | null
  readonly isUndecided: boolean
}
type RegradeListProps = {
  readonly runs: readonly Run[]
  /** Null for whoever does not manage people. */
  readonly hrefFor: ((runId: string) => string) | null
}

/** Every time that submissions were scored again, the newest first. */
export async function RegradeList({ runs, hrefFor }: RegradeListProps) {
  const t = await getTranslations('measurement')
  const day = await dayWords()
  return (
    <section aria-labelledby="runs-title" className="space-y-3">
      <h2 id="runs-title">{t('run.title')}</h2>
      {runs.length === 0 && <p className="card">{t('run.none')}</p>}
      {runs.map((run) => (
        <div className="card" key={run.id}>
          <RegradeFacts run={run} />
          <p className="font-medium">{t(run.isUndecided ? 'run.undecided' : 'run.decided')}</p>
          {hrefFor && (
            <a className="inline-flex min-h-11 items-center" href={hrefFor(run.id)}>
              {t('run.look', { module: run.title, on: day(run.recordedOn) })}
            </a>
          )}
        </div>
      ))}
    </section>
  )
}

/** What was scored again, when, by whom and why. */
export async function RegradeFacts({ run }: { readonly run: Run }) {
  const t = await getTranslations('measurement')
  const day = await dayWords()
  const { title, language, fromVersion, toVersion, items, reason, recordedOn, recordedBy } = run
  return (
    <>
      <p className="font-semibold" lang={language}>
        {title}
      </p>
      <p>{t('correction.versions', { from: fromVersion, to: toVersion, items })}</p>
      <p className="text-muted text-sm">
        {t('run.by', { by: recordedBy ?? t('somebody'), on: day(recordedOn) })}
      </p>
      <p>{t('run.because', { reason })}</p>
    </>
  )
}
