import { useState } from 'react'
import type { EditorWords } from '#components/editor/editor-words'
import type { LessonLabels } from '#components/lesson/lesson-labels'
import { LessonSources, LessonTerms } from '#components/lesson/lesson-sources'
import { LessonView } from '#components/lesson/lesson-view'
import { lessonLines } from '#lib/domain/curriculum/lesson-lines'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { ShownSource, ShownTerm } from '#lib/domain/curriculum/register-words'

/** What a preview shows beside the text itself. */
export type PreviewAround = {
  readonly labels: LessonLabels
  readonly contacts: readonly ShownContact[]
  readonly sources: readonly ShownSource[]
  readonly terms: readonly ShownTerm[]
  /** Of the reader. */
  readonly locale: string
  /** Of the lesson. */
  readonly language: string
  /** Where the draft's pictures are: an address that ends with a slash. */
  readonly pictures: string
}

type PreviewPaneProps = {
  readonly tree: LessonTree | null
  readonly isStale: boolean
  readonly around: PreviewAround
  readonly words: EditorWords['preview']
  /** Widths are chosen by script. */
  readonly canChoose: boolean
}

const widths = ['full', 'phone', 'textOnly'] as const
type Width = (typeof widths)[number]

/** The lesson as a learner will see it: the same tree, drawn by the same components. */
export function PreviewPane({ tree, isStale, around, words, canChoose }: PreviewPaneProps) {
  const [width, setWidth] = useState<Width>('full')
  return (
    <section aria-labelledby="preview-heading" className="min-w-0">
      <h2 id="preview-heading">{words.heading}</h2>
      {canChoose && (
        <fieldset className="mt-2 flex flex-wrap gap-2">
          <legend className="sr-only">{words.width}</legend>
          {widths.map((each) => (
            <button
              aria-pressed={each === width}
              className="button-quiet aria-pressed:border-accent aria-pressed:bg-accent-soft"
              key={each}
              onClick={() => setWidth(each)}
              type="button"
            >
              {words[each]}
            </button>
          ))}
        </fieldset>
      )}
      {isStale && (
        <p className="border-notice-line bg-notice mt-3 rounded-lg border p-3 text-sm">{words.stale}</p>
      )}
      <div
        className={`border-line bg-surface @container mt-3 rounded-xl border p-4 ${width === 'phone' ? 'max-w-[22.5rem]' : ''}`}
        lang={around.language}
      >
        {tree === null ? <p className="text-muted">{words.empty}</p> : drawn(tree, around, width)}
      </div>
    </section>
  )
}

function drawn(tree: LessonTree, around: PreviewAround, width: Width) {
  if (width === 'textOnly') {
    const text = lessonLines(tree).join('\n\n')
    return <div className="whitespace-pre-wrap">{text}</div>
  }
  const format = new Intl.DateTimeFormat(around.locale, { dateStyle: 'long', timeZone: 'UTC' })
  const formatDate = (on: string) => format.format(new Date(`${on}T00:00:00Z`))
  const { labels, contacts, sources, terms, pictures } = around
  return (
    <>
      <LessonView
        contacts={contacts}
        formatDate={formatDate}
        hrefForPicture={(name) => `${pictures}${encodeURIComponent(name)}`}
        labels={labels}
        terms={terms}
        tree={tree}
      />
      <LessonTerms labels={labels.terms} terms={terms} tree={tree} />
      <LessonSources formatDate={formatDate} labels={labels.sources} sources={sources} tree={tree} />
    </>
  )
}
