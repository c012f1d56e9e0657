import { wordsOf } from '#components/ui/words'
import type { ModuleOutline } from '#lib/domain/training/cycle-record'

type ReviewNotesProps = { readonly modules: readonly ModuleOutline[]; formatDay(on: string): string }

const noteOf = ({ reviewers, reviewNote }: ModuleOutline) => JSON.stringify([reviewers, reviewNote])

/** Who wrote the modules and who has checked them, or that nobody has yet. The same note is said once. */
export async function ReviewNotes({ modules, formatDay }: ReviewNotesProps) {
  const t = await wordsOf('training')
  const notes = [...Map.groupBy(modules, noteOf).values()]
  return (
    <section aria-labelledby="review" className="mt-12">
      <h2 id="review">{t('review.title')}</h2>
      {notes.map((alike) => (
        <div className="mt-3 max-w-prose" key={alike[0]?.id}>
          {notes.length > 1 && (
            <p className="font-medium">
              {t('review.forModules', { modules: alike.map(({ title }) => title).join(', ') })}
            </p>
          )}
          {alike[0]?.reviewers.length === 0 && <p className="font-medium">{t('review.pending')}</p>}
          {alike[0]?.reviewers.map(({ name, role, on }) => (
            <p key={name}>{t('review.by', { name, role, on: formatDay(on) })}</p>
          ))}
          <p className="text-muted">{alike[0]?.reviewNote}</p>
        </div>
      ))}
    </section>
  )
}

/** Under a lesson: that nobody has reviewed it yet, and where its makers are named. */
export async function ReviewLine({ isReviewed, href }: { isReviewed: boolean; href: string }) {
  const t = await wordsOf('training')
  return (
    <p className="text-muted mt-8 text-sm">
      {isReviewed ? '' : `${t('lesson.unreviewed')} `}
      <a href={href}>{t('lesson.howChecked')}</a>
    </p>
  )
}
