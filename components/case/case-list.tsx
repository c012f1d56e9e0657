import { icon } from '#components/lesson/icon'
import { NotTranslated } from '#components/ui/not-translated'
import { wordsOf } from '#components/ui/words'
import type { CaseProgress } from '#lib/domain/training/track-progress'

type CaseListProps = {
  readonly cases: readonly CaseProgress[]
  caseHref(progress: CaseProgress): string
  formatDay(on: string): string
}

/** The cases of a track in order, below its modules. Nothing where it has none. */
export async function CaseList({ cases, caseHref, formatDay }: CaseListProps) {
  if (cases.length === 0) return null
  const t = await wordsOf('cases')
  return (
    <section aria-labelledby="cases" className="mt-12">
      <h2 id="cases">{t('listTitle')}</h2>
      <p className="text-muted mt-1 max-w-prose">{t('listHint')}</p>
      <ol className="mt-4 space-y-4">
        {cases.map((progress) => {
          const { outline, played } = progress
          return (
            <li className="card py-4" key={outline.id}>
              <h3 lang={outline.language}>
                <a className="inline-flex min-h-11 items-center" href={caseHref(progress)}>
                  {outline.title}
                </a>
              </h3>
              <p className="text-muted" lang={outline.language}>
                {outline.summary}
              </p>
              <NotTranslated language={outline.language} />
              <p className={`mt-2 flex gap-1 text-sm ${played.kind === 'done' ? 'text-good' : 'text-muted'}`}>
                {played.kind === 'done' ? icon('right') : null}
                {played.kind === 'done'
                  ? t('states.done', { on: formatDay(played.on) })
                  : t('minutes', { minutes: outline.minutes })}
                {played.kind === 'begun' && ` · ${t('states.begun')}`}
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
