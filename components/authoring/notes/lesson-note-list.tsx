import { getTranslations } from 'next-intl/server'
import type { NoteTextState } from '#lib/domain/authoring/practice-note'
import type { Language } from '#lib/domain/language'

type Note = {
  readonly language: Language
  readonly isShown: boolean
  readonly next: NoteTextState | null
  readonly isOlder: boolean
}

type LessonNoteListProps = {
  readonly lessons: readonly {
    readonly lessonId: string
    readonly title: string
    readonly notes: readonly Note[]
  }[]
  hrefFor(lessonId: string, language: Language): string
}

/** Lessons, each with the way to its note in every language and where that stands. */
export async function LessonNoteList({ lessons, hrefFor }: LessonNoteListProps) {
  const t = await getTranslations('notes')
  return (
    <ol className="space-y-3">
      {lessons.map(({ lessonId, title, notes }) => (
        <li className="card" key={lessonId}>
          <h2 className="text-lg">{title}</h2>
          <ul>
            {notes.map((note) => (
              <li className="flex flex-wrap items-center gap-x-4" key={note.language}>
                <a
                  aria-label={t('openOf', { title, language: note.language })}
                  className="inline-flex min-h-11 items-center"
                  href={hrefFor(lessonId, note.language)}
                >
                  {t('open', { language: note.language })}
                </a>
                <NoteWords note={note} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

async function NoteWords({ note: { isShown, next, isOlder } }: { readonly note: Note }) {
  const t = await getTranslations('notes')
  const words = [
    ...(isShown ? [t('standing.approved')] : []),
    ...(next ? [t(`standing.${next}`)] : []),
    ...(isOlder ? [t('standing.older')] : []),
  ]
  return <span className="text-muted">{words.length > 0 ? words.join(' · ') : t('standing.none')}</span>
}
