import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { LessonAbout } from '#components/authoring/lesson-about'
import { LessonEditor } from '#components/editor/lesson-editor'
import { PlainEditor } from '#components/editor/plain-editor'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import type { Context } from '#lib/context'
import { languages } from '#lib/domain/language'
import { ok } from '#lib/domain/result'
import { prepareLessonPreview, previewLesson } from '#lib/use-cases/authoring/preview-lesson'
import { viewLessonDraft } from '#lib/use-cases/authoring/view-lesson-draft'
import { draftId, lesson } from '#lib/web/editor-fields'
import { lessonAddresses, lessonDraftPage } from '#lib/web/editor-links'
import type { FormReturn } from '#lib/web/forms'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

const formId = 'lesson-form'

type Input = { practiceId: string; draftId: string; lesson: Parameters<typeof lessonDraftPage>[0]['lesson'] }

/** The lesson, and what its preview needs of the database: of a refused form, the text that was typed. */
async function read(context: Context, returned: FormReturn, input: Input) {
  const found = await viewLessonDraft(context, input)
  if (!found.ok) return found
  const { source: kept } = returned.values
  const typed = typeof kept === 'string' ? kept : null
  const prepared = await prepareLessonPreview(context, { ...input, source: typed ?? found.value.source })
  return prepared.ok ? ok({ lesson: found.value, typed, prepared: prepared.value }) : prepared
}

/** A lesson of a draft: its text, what is wrong with it, and how a learner will see it. */
export default async function LessonDraftPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/lessons/[lesson]'>) {
  const input = await paramsOr404({ practiceId, draftId, lesson }, params)
  const { view, actor, returned } = await pageContext((context, kept) => read(context, kept, input), {
    path: lessonDraftPage(input),
    search: searchParams,
  })
  const preview = await previewLesson(view.prepared)
  const t = await getTranslations('editor')
  const review = await getTranslations('review')
  const { editor: words, lesson: labels, refusals } = await getMessages()
  const { lesson: found, typed } = view
  const addresses = lessonAddresses(input)
  const other = languages.find((language) => language !== found.language) ?? 'es'
  const place = { ...input.lesson, translation: input.lesson.translation === null ? other : null }
  return (
    <Shell actor={actor} width="wide">
      <p>
        <a className="inline-flex min-h-11 items-center" href={routes.draft(input.practiceId, input.draftId)}>
          {t('back')}
        </a>
      </p>
      <p className="text-muted mb-1 font-medium">
        {found.practiceName} · {t('version', { version: found.version })}
      </p>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1 lang={found.language}>{found.title}</h1>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <a href={routes.draftMedia(input.practiceId, input.draftId)}>{t('openPictures')}</a>
          <a href={lessonDraftPage({ ...input, lesson: place })}>
            {t(other === 'es' ? 'openTranslation' : 'openOriginal')}
          </a>
        </p>
      </div>
      {found.openComments > 0 && (
        <p>
          <a
            className="inline-flex min-h-11 items-center"
            href={routes.draftReview(input.practiceId, input.draftId)}
          >
            {review('draft.onLesson', { count: found.openComments })}
          </a>
        </p>
      )}
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      {found.about && found.isEditable && (
        <LessonAbout
          about={found.about}
          action={addresses.about}
          choices={found.choices}
          returned={returned}
        />
      )}
      <PlainEditor action={addresses.text} formId={formId} lesson={found} returned={returned} typed={typed} />
      <LessonEditor
        addresses={addresses}
        around={{
          labels,
          contacts: found.contacts,
          sources: found.sources,
          terms: found.terms,
          locale: await getLocale(),
          language: found.language,
          pictures: addresses.pictures,
        }}
        choices={found.choices}
        formId={formId}
        forms={found.forms}
        isEditable={found.isEditable}
        isPlain={typed !== null}
        language={found.language}
        others={found.others}
        preview={preview}
        refusals={refusals}
        stored={{ source: found.source, revision: found.revision }}
        words={words}
      />
    </Shell>
  )
}
