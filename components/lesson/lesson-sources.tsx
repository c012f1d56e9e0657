import type { LessonLabels } from '#components/lesson/lesson-labels'
import { citedSourceIds, componentsNamed, type LessonTree, termIds } from '#lib/domain/curriculum/lesson-tree'
import type { ShownSource, ShownTerm } from '#lib/domain/curriculum/register-words'

type LessonSourcesProps = {
  readonly tree: LessonTree
  /** At least those that the lesson cites. */
  readonly sources: readonly ShownSource[]
  readonly labels: LessonLabels['sources']
  /** Where several lessons stand on one page. */
  readonly idPrefix?: string
  formatDate(date: string): string
}

/** The notes of a lesson in the order of their numbers, each with what we did to check it. Nothing when none is cited. */
export function LessonSources({ tree, sources, labels, formatDate, idPrefix = '' }: LessonSourcesProps) {
  const cited = citedSourceIds(tree).map((id) => sources.find((source) => source.id === id))
  const inText = new Set(componentsNamed(tree, 'Cite').map((cite) => cite.props.id))
  if (cited.length === 0) return null
  return (
    <section aria-labelledby={`${idPrefix}sources`} className="mt-10">
      <h2 id={`${idPrefix}sources`}>{labels.heading}</h2>
      <ol className="mt-3 list-decimal space-y-3 pl-6 text-sm">
        {cited.map((source, index) => (
          <li id={`${idPrefix}source-${index + 1}`} key={source?.id ?? index}>
            {source && <SourceWords formatDate={formatDate} labels={labels} source={source} />}
            {source && inText.has(source.id) && (
              <a className="inline-flex min-h-6 items-center" href={`#${idPrefix}cite-${index + 1}`}>
                {`${labels.backToText} ${index + 1}`}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

type SourceWordsProps = Pick<LessonSourcesProps, 'labels' | 'formatDate'> & { readonly source: ShownSource }

/** One source, with what we did to check it. */
export function SourceWords({ source, labels, formatDate }: SourceWordsProps) {
  return (
    <>
      {source.url === null ? (
        source.citation
      ) : (
        <a href={source.url} rel="noopener noreferrer">
          {source.citation}
        </a>
      )}
      {source.remark && ` (${source.remark})`}
      <span className="text-muted block">
        {labels.status[source.status]} {source.status === 'excerpt-read' ? labels.readOn : labels.notedOn}{' '}
        <time dateTime={source.accessedOn}>{formatDate(source.accessedOn)}</time>.
      </span>
    </>
  )
}

type LessonTermsProps = {
  readonly tree: LessonTree
  readonly terms: readonly ShownTerm[]
  readonly labels: LessonLabels['terms']
}

/** The words of a lesson with their meanings, for print and for whoever prefers a list. Nothing when there are none. */
export function LessonTerms({ tree, terms, labels }: LessonTermsProps) {
  const used = termIds(tree).flatMap((id) => terms.find((term) => term.id === id) ?? [])
  if (used.length === 0) return null
  return (
    <section aria-labelledby="terms" className="mt-10">
      <h2 id="terms">{labels.heading}</h2>
      <dl className="mt-3 space-y-2 text-sm">
        {used.map(({ id, term, definition, wordsIn }) => (
          <div key={id} lang={wordsIn}>
            <dt className="font-semibold">{term}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
