import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { type Returned, TextField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import type { LocalDate } from '#lib/domain/calendar'

type RetirementShown = {
  readonly id: string
  readonly on: LocalDate
  readonly reason: string
  readonly by: string | null
  readonly recordedOn: LocalDate
  readonly undone: {
    readonly reason: string
    readonly by: string | null
    readonly recordedOn: LocalDate
  } | null
}

type RetirementProps = {
  readonly retirements: readonly RetirementShown[]
  readonly today: LocalDate
  readonly hrefs: { readonly retire: string; readonly restore: string }
  readonly returned: Returned
}

/** That a requirement was retired, with the way back; or the way to retire it. */
export async function RetirementPart({ retirements, today, hrefs, returned }: RetirementProps) {
  const t = await getTranslations('requirements')
  const current = retirements.find(({ undone }) => undone === null)
  const hasProblem = returned.problems.length > 0
  return (
    <section className="mt-8">
      {retirements.map((each) => (
        <RetirementSaid key={each.id} retirement={each} />
      ))}
      <details open={hasProblem}>
        <summary className="text-accent min-h-11 cursor-pointer py-2.5 font-medium">
          {t(current ? 'restore' : 'retire')}
        </summary>
        {current ? (
          <form action={hrefs.restore} className="mt-3 space-y-4" method="post" noValidate>
            <p>{t('restoreHint')}</p>
            <input name="retirementId" type="hidden" value={current.id} />
            <TextArea label={t('restoreReason')} name="reason" returned={returned} />
            <button className="button-quiet" type="submit">
              {t('restoreButton')}
            </button>
          </form>
        ) : (
          <form action={hrefs.retire} className="mt-3 space-y-4" method="post" noValidate>
            <p>{t('retireHint')}</p>
            <TextField
              defaultValue={today}
              hint={t('retiredOnHint')}
              label={t('retiredOnLabel')}
              name="retiredOn"
              returned={returned}
              type="date"
            />
            <TextArea label={t('retireReason')} name="reason" returned={returned} />
            <button className="button-quiet" type="submit">
              {t('retireButton')}
            </button>
          </form>
        )}
      </details>
    </section>
  )
}

async function RetirementSaid({ retirement }: { readonly retirement: RetirementShown }) {
  const t = await getTranslations('requirements')
  const day = await dayWords()
  const { on, reason, by, recordedOn, undone } = retirement
  return (
    <div className="card mb-4">
      <p className={undone ? 'text-muted line-through' : 'font-semibold'}>
        {t('retiredOn', { on: day(on) })}
      </p>
      <p className="text-muted text-sm">{t('writtenBy', { by: by ?? t('somebody'), on: day(recordedOn) })}</p>
      <p>{t('because', { reason })}</p>
      {undone && (
        <p className="mt-2">
          {t('takenBack', {
            by: undone.by ?? t('somebody'),
            on: day(undone.recordedOn),
            reason: undone.reason,
          })}
        </p>
      )}
    </div>
  )
}
