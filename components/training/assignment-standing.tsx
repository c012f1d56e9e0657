import { FormLink } from '#components/forms/form-link'
import { NextStepCard } from '#components/training/next-step-card'
import { againWords, statusWords } from '#components/training/status-words'
import { wordsOf } from '#components/ui/words'
import type { FormMoment } from '#lib/domain/training/track-forms'
import type { ListedTraining } from '#lib/domain/training/training-item'
import { asksForWork } from '#lib/domain/training/training-order'

type AssignmentStandingProps = {
  readonly item: ListedTraining
  readonly nextHref: string | null
  readonly overviewHref: string
  /** Of the short forms before and after the training. */
  readonly formHrefs: Readonly<Record<FormMoment, string>>
  formatDay(on: string): string
}

/** What the training is, where its holder stands, and the next step where one is asked for. */
export async function AssignmentStanding({
  item,
  nextHref,
  overviewHref,
  formHrefs,
  formatDay,
}: AssignmentStandingProps) {
  const t = await wordsOf('training')
  const { next, practiceName, progress } = item
  const { form } = progress
  // The card of the next step offers the one before the training itself; between two turns it would be too early.
  const offered = form?.moment === 'after' || item.urgency === 'not-asked' ? form : null
  return (
    <>
      <p>
        <a className="inline-flex min-h-11 items-center" href={overviewHref}>
          {t('title')}
        </a>
      </p>
      <h1>{item.title}</h1>
      {practiceName && <p className="text-muted mt-1">{t('atPractice', { practice: practiceName })}</p>}
      <p className="mt-2 mb-6 max-w-prose">{item.summary}</p>
      {next && nextHref && asksForWork(item.urgency) ? (
        <NextStepCard
          formatDay={formatDay}
          formHref={formHrefs.before}
          href={nextHref}
          item={{ ...item, next }}
        />
      ) : (
        <div className="card">
          <p className="font-medium">{await statusWords(item.answer, formatDay)}</p>
          <p className="mt-2">
            {t('readAgain')} {await againWords(item.preview, formatDay)}
          </p>
        </div>
      )}
      {offered && <FormLink form={offered} href={formHrefs[offered.moment]} />}
    </>
  )
}
