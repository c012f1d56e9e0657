import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { LessonSources, LessonTerms } from '#components/lesson/lesson-sources'
import { LessonView } from '#components/lesson/lesson-view'
import { updateWords } from '#components/training/status-words'
import { NotTranslated } from '#components/ui/not-translated'
import { type UpdatePage, viewUpdate } from '#lib/use-cases/training/view-update'
import { dayFormatter } from '#lib/web/format-day'
import { assignmentId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

/** What changed in a training since its reader completed it. */
export default async function TrackUpdatePage({
  params,
  searchParams,
}: PageProps<'/training/[assignmentId]/update'>) {
  const input = await paramsOr404({ assignmentId }, params)
  const { view, actor, returned } = await pageContext((context) => viewUpdate(context, input), {
    path: routes.trackUpdate(input.assignmentId),
    search: searchParams,
  })
  const t = await getTranslations('changes')
  const formatDay = dayFormatter(await getLocale())
  const { update, text, trackTitle } = view
  return (
    <Shell actor={actor}>
      <ErrorSummary returned={returned} />
      <p>
        <a className="inline-flex min-h-11 items-center" href={routes.assignment(input.assignmentId)}>
          {trackTitle}
        </a>
      </p>
      <h1>{t('update.title')}</h1>
      <p className="mt-2 max-w-prose">
        {(await updateWords(update, formatDay)) ??
          (view.readOn ? t('update.done', { on: formatDay(view.readOn) }) : t('update.nothing'))}
      </p>
      {update?.lesson && text ? (
        <>
          <Lesson lesson={update.lesson} text={text} />
          <form
            action={routes.trackUpdateReading(input.assignmentId)}
            className="no-print mt-10 space-y-3"
            method="post"
          >
            <input name="version" type="hidden" value={update.version} />
            <button className="button min-h-14 w-full px-6 text-lg sm:w-auto" type="submit">
              {t('update.confirm')}
            </button>
            <p className="text-muted text-sm">{t('update.confirmHint')}</p>
          </form>
        </>
      ) : (
        <p className="mt-6 flex flex-wrap gap-3">
          <a className={update ? 'button-quiet' : 'button'} href={routes.training}>
            {t('update.toMyTraining')}
          </a>
          <a className={update ? 'button' : 'button-quiet'} href={routes.assignment(input.assignmentId)}>
            {t('update.toTraining')}
          </a>
        </p>
      )}
    </Shell>
  )
}

type LessonProps = {
  readonly lesson: { readonly title: string; readonly language: string; readonly moduleVersionId: string }
  readonly text: NonNullable<UpdatePage['text']>
}

async function Lesson({ lesson, text }: LessonProps) {
  const { lesson: labels } = await getMessages()
  const formatDate = dayFormatter(await getLocale())
  return (
    <>
      <h2 className="mt-8 mb-4" lang={lesson.language}>
        {lesson.title}
      </h2>
      <NotTranslated language={text.language} />
      <div lang={text.language}>
        <LessonView
          contacts={text.contacts}
          formatDate={formatDate}
          hrefForPicture={(name) => routes.picture(lesson.moduleVersionId, name)}
          labels={labels}
          terms={text.terms}
          tree={text.tree}
        />
      </div>
      <LessonTerms labels={labels.terms} terms={text.terms} tree={text.tree} />
      <LessonSources
        formatDate={formatDate}
        labels={labels.sources}
        sources={text.sources}
        tree={text.tree}
      />
    </>
  )
}
