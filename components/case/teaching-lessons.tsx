import { wordsOf } from '#components/ui/words'
import type { Language } from '#lib/domain/language'

type Lesson = {
  readonly moduleId: string
  readonly moduleTitle: string
  readonly lessonId: string
  readonly title: string
  readonly language: Language
}
type TeachingLessonsProps = { readonly lessons: readonly Lesson[]; hrefOf(lesson: Lesson): string }

/** The lessons that teach what a case asked for, module by module. Nothing where the training has none of them. */
export async function TeachingLessons({ lessons, hrefOf }: TeachingLessonsProps) {
  if (lessons.length === 0) return null
  const t = await wordsOf('cases')
  const modules = [...Map.groupBy(lessons, ({ moduleId }) => moduleId).values()]
  return (
    <section aria-labelledby="lessons" className="mt-10">
      <h2 id="lessons">{t('lessonsTitle')}</h2>
      <ul className="mt-4 space-y-4">
        {modules.map((ofModule) => (
          <li key={ofModule[0]?.moduleId} lang={ofModule[0]?.language}>
            <p className="font-medium">{ofModule[0]?.moduleTitle}</p>
            <ul>
              {ofModule.map((lesson) => (
                <li key={lesson.lessonId}>
                  <a className="inline-flex min-h-11 items-center" href={hrefOf(lesson)}>
                    {lesson.title}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
