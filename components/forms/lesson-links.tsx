import type { Language } from '#lib/domain/language'

type LessonLinksProps = {
  readonly lessons: readonly {
    readonly moduleId: string
    readonly lessonId: string
    readonly title: string
    /** Of the title. */
    readonly language: Language
  }[]
  lessonHref(moduleId: string, lessonId: string): string
}

export function LessonLinks({ lessons, lessonHref }: LessonLinksProps) {
  return (
    <ul>
      {lessons.map(({ moduleId, lessonId, title, language }) => (
        <li key={lessonId}>
          <a
            className="inline-flex min-h-11 items-center"
            href={lessonHref(moduleId, lessonId)}
            lang={language}
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
