import { getTranslations } from 'next-intl/server'
import { LessonNoteList } from '#components/authoring/notes/lesson-note-list'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { viewPracticeNotes } from '#lib/use-cases/authoring/view-practice-notes'
import { authoringLinks } from '#lib/web/authoring-links'
import { contentId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The lessons of a module of the library, each with the notes of the practice. */
export default async function PracticeNotesPage({
  params,
}: PageProps<'/authoring/[practiceId]/notes/[moduleId]'>) {
  const input = await paramsOr404({ practiceId, moduleId: contentId }, params)
  const { view, actor } = await pageContext((context) => viewPracticeNotes(context, input))
  const t = await getTranslations('notes')
  const { practiceId: id, moduleId, gone } = view
  const hrefFor = (lessonId: string, language: string) =>
    routes.practiceNote(id, moduleId, lessonId, language)
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('title', { module: view.moduleTitle })}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.authoring(id)}>
          {t('back')}
        </a>
      </p>
      <p className="mb-6 max-w-prose">{t('intro')}</p>
      {gone.length > 0 && (
        <section aria-labelledby="gone" className="border-notice-line bg-notice mb-8 rounded-xl border-2 p-4">
          <h2 className="text-lg" id="gone">
            {t('gone.title')}
          </h2>
          <p className="mt-1 mb-3 max-w-prose">{t('gone.words', { version: view.version })}</p>
          <LessonNoteList hrefFor={hrefFor} lessons={gone} />
        </section>
      )}
      <LessonNoteList hrefFor={hrefFor} lessons={view.lessons} />
    </PracticeFrame>
  )
}
