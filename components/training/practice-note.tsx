import { getTranslations } from 'next-intl/server'
import type { LessonLabels } from '#components/lesson/lesson-labels'
import { LessonSources } from '#components/lesson/lesson-sources'
import { LessonView } from '#components/lesson/lesson-view'
import { NotTranslated } from '#components/ui/not-translated'
import type { LocalDate } from '#lib/domain/calendar'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { ShownSource, ShownTerm } from '#lib/domain/curriculum/register-words'
import type { Language } from '#lib/domain/language'

type PracticeNoteProps = {
  readonly note: {
    readonly tree: LessonTree
    readonly language: Language
    /** Since when colleagues see it; null for one that nobody sees yet. */
    readonly shownOn: LocalDate | null
    readonly contacts: readonly ShownContact[]
    readonly sources: readonly ShownSource[]
    readonly terms: readonly ShownTerm[]
  }
  readonly labels: LessonLabels
  /** Where several notes stand on one page. */
  readonly id?: string
  formatDate(date: string): string
}

/** A note holds no pictures: a lesson's are the library's. */
const noPicture = () => ''

/** What a practice says at the end of a lesson of the library, marked as its own. */
export async function PracticeNote({ note, labels, formatDate, id = 'note' }: PracticeNoteProps) {
  const t = await getTranslations('notes')
  const { tree, language, shownOn, contacts, sources, terms } = note
  return (
    <aside
      aria-labelledby={`${id}-title`}
      className="border-accent bg-accent-soft mt-10 max-w-prose rounded-xl border-2 p-4 sm:p-5"
    >
      <h2 id={`${id}-title`}>{t('box.title')}</h2>
      <p className="text-muted mb-4 text-sm">
        {shownOn === null ? t('box.notYet') : t('box.since', { on: formatDate(shownOn) })}
      </p>
      <NotTranslated language={language} />
      <div lang={language}>
        <LessonView
          contacts={contacts}
          formatDate={formatDate}
          hrefForPicture={noPicture}
          idPrefix={`${id}-`}
          labels={labels}
          terms={terms}
          tree={tree}
        />
      </div>
      <LessonSources
        formatDate={formatDate}
        idPrefix={`${id}-`}
        labels={labels.sources}
        sources={sources}
        tree={tree}
      />
    </aside>
  )
}
