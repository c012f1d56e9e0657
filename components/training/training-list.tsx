import { progressWords } from '#components/training/progress-words'
import { statusWords, updateWords } from '#components/training/status-words'
import { wordsOf } from '#components/ui/words'
import type { ListedTraining } from '#lib/domain/training/training-item'
import { asksForWork, type Urgency, urgencies } from '#lib/domain/training/training-order'

type TrainingListProps = {
  readonly items: readonly ListedTraining[]
  hrefOf(item: ListedTraining): string
  /** Of the short update that a training owes. */
  updateHrefOf(item: ListedTraining): string
  formatDay(on: string): string
}

/** Everything that is asked, under what it asks for: overdue first, done last. */
export async function TrainingList({ items, hrefOf, updateHrefOf, formatDay }: TrainingListProps) {
  const t = await wordsOf('training')
  const groups = urgencies
    .map((urgency) => ({ urgency, items: items.filter((item) => item.urgency === urgency) }))
    .filter((group) => group.items.length > 0)
  return (
    <section aria-labelledby="all-trainings" className="mt-12">
      <h2 id="all-trainings">{t('yourTrainings')}</h2>
      {groups.map((group) => (
        <div className="mt-5" key={group.urgency}>
          <h3 className={`border-l-4 pl-3 ${looks[group.urgency]}`}>{t(`groups.${group.urgency}`)}</h3>
          <ul className="mt-3 space-y-3">
            {group.items.map((item) => (
              <TrainingRow
                formatDay={formatDay}
                href={hrefOf(item)}
                item={item}
                key={item.assignmentId}
                updateHref={updateHrefOf(item)}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

const looks: Readonly<Record<Urgency, string>> = {
  overdue: 'border-danger text-danger',
  'due-soon': 'border-notice-line',
  'in-progress': 'border-accent',
  later: 'border-line',
  done: 'border-good text-good',
  paused: 'border-line',
  'not-asked': 'border-line',
}

type TrainingRowProps = {
  readonly item: ListedTraining
  readonly href: string
  readonly updateHref: string
  formatDay(on: string): string
}

async function TrainingRow({ item, href, updateHref, formatDay }: TrainingRowProps) {
  const t = await wordsOf('training')
  const changes = await wordsOf('changes')
  const { progress, practiceName, next } = item
  return (
    <li className="card py-3 sm:py-4">
      <a className="inline-flex min-h-11 items-center text-lg font-semibold" href={href}>
        {item.title}
      </a>
      {practiceName && <p className="text-muted">{t('atPractice', { practice: practiceName })}</p>}
      <p>
        {await updateWords(item.update, formatDay)} {await statusWords(item.answer, formatDay)}
        {item.opensOn && ` ${t('quizzesOpen', { opensOn: formatDay(item.opensOn) })}`}
      </p>
      {next?.kind === 'update' ? (
        <a className="inline-flex min-h-11 items-center" href={updateHref}>
          {changes('update.read', { title: next.title })}
        </a>
      ) : (
        (asksForWork(item.urgency) || progress.hasBegun) && (
          <p className="text-muted text-sm">{await progressWords(progress)}</p>
        )
      )}
    </li>
  )
}
