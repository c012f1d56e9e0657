import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { type Returned, SelectField } from '#components/form/form-parts'
import type { LocalDate } from '#lib/domain/calendar'
import { type TimeAllowance, timeAllowances } from '#lib/domain/training/time-limit'

type Accommodation = {
  readonly allowance: TimeAllowance
  readonly since: LocalDate
  readonly by: string | null
}

type MoreTimeProps = {
  readonly accommodation: Accommodation | null
  /** Where it is recorded; null where the reader may not, since it is their own. */
  readonly action: string | null
  readonly returned: Returned
}

/** Whether somebody has more time at quizzes than a policy's limit, and the form that records it. Nothing asks why. */
export async function MoreTime({ accommodation, action, returned }: MoreTimeProps) {
  const t = await getTranslations('people.moreTime')
  const typed = returned.values['allowance']
  return (
    <section className="card">
      <h2 className="mb-2">{t('title')}</h2>
      {accommodation === null ? <p>{t('none')}</p> : <AllowanceWords {...accommodation} />}
      {action === null ? (
        <p className="text-muted mt-2 text-sm">{t('notYourself')}</p>
      ) : (
        <details className="no-print mt-2" open={typed !== undefined}>
          <summary className="text-accent cursor-pointer py-2.5 font-medium">{t('change')}</summary>
          <form action={action} className="mt-2 space-y-3" method="post">
            <SelectField
              choices={timeAllowances.map((value) => ({ value, label: t(`choices.${value}`) }))}
              defaultValue={accommodation?.allowance ?? 'standard'}
              hint={t('hint')}
              label={t('label')}
              name="allowance"
              returned={returned}
            />
            <button className="button-quiet" type="submit">
              {t('button')}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}

/** What holds, since when, and who recorded it. */
export async function AllowanceWords({ allowance, since, by }: Accommodation) {
  const t = await getTranslations('people.moreTime')
  const day = await dayWords()
  return (
    <p>
      <span className="font-medium">{t(`choices.${allowance}`)}.</span>{' '}
      {t('recorded', { by: by ?? t('somebody'), on: day(since) })}
    </p>
  )
}
