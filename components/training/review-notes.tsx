import { wordsOf } from '#components/ui/words'
import { isOwnKey } from '#lib/domain/authoring/own-key'
import { lastReviewOn } from '#lib/domain/curriculum/module'
import type { CaseRecord } from '#lib/domain/training/cycle-record'

/** What a module and a case have in common here. */
type Part = Pick<CaseRecord, 'id' | 'title' | 'version' | 'reviewers' | 'reviewNote'>
type ReviewNotesProps = { readonly parts: readonly Part[]; formatDay(on: string): string }

const noteOf = ({ reviewers, reviewNote }: Part) => JSON.stringify([reviewers, reviewNote])

/** Who wrote the modules and cases and who has checked them, or that nobody has yet. The same note is said once. */
export async function ReviewNotes({ parts, formatDay }: ReviewNotesProps) {
  const t = await wordsOf('training')
  const notes = [...Map.groupBy(parts, noteOf).values()]
  return (
    <section aria-labelledby="review" className="mt-12">
      <h2 id="review">{t('review.title')}</h2>
      <p className="mt-3 max-w-prose">{t('review.isNot')}</p>
      {notes.map((alike) => (
        <div className="mt-3 max-w-prose" key={alike[0]?.id}>
          {notes.length > 1 && (
            <p className="font-medium">
              {t('review.forModules', { modules: alike.map(({ title }) => title).join(', ') })}
            </p>
          )}
          {alike[0]?.reviewers.length === 0 && (
            <p className="font-medium">{t(isOwnKey(alike[0].id) ? 'review.ownPending' : 'review.pending')}</p>
          )}
          {alike[0]?.reviewers.map(({ name, role, on }) => (
            <p key={name}>{t('review.by', { name, role, on: formatDay(on) })}</p>
          ))}
          <p className="text-muted">{alike[0]?.reviewNote}</p>
        </div>
      ))}
      <ul className="text-muted mt-3 max-w-prose">
        {parts.map(({ id, title, version, reviewers }) => {
          const on = lastReviewOn(reviewers)
          return (
            <li className="mt-1" key={id}>
              {on
                ? t('review.ofModule', { title, version, on: formatDay(on) })
                : t(isOwnKey(id) ? 'review.ofModuleOwn' : 'review.ofModuleNone', { title, version })}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type ReviewLineProps = {
  /** Of the module or case. */
  readonly partId: string
  readonly version: number
  /** The day of the last review, in words; null where nobody has reviewed it yet. */
  readonly reviewedOn: string | null
  readonly href: string
}

/** Under a lesson: which version it is, who has reviewed it, what it is not, and where its makers are named. */
export async function ReviewLine({ partId, version, reviewedOn, href }: ReviewLineProps) {
  const t = await wordsOf('training')
  const reviewed = reviewedOn
    ? t('review.lastReview', { version, on: reviewedOn })
    : t(isOwnKey(partId) ? 'review.ownNoReview' : 'review.noReview', { version })
  return (
    <p className="text-muted mt-8 text-sm">
      {reviewed} {t('review.isNot')} <a href={href}>{t('lesson.howChecked')}</a>
    </p>
  )
}
