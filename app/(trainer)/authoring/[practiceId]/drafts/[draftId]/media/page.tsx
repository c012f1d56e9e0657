import { getTranslations } from 'next-intl/server'
import { PictureForm } from '#components/authoring/picture-form'
import { PictureList } from '#components/authoring/picture-list'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { viewDraftMedia } from '#lib/use-cases/authoring/view-draft-media'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The pictures of a draft, which its lessons show by name. */
export default async function DraftMediaPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/media'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { view, actor, returned } = await pageContext((context) => viewDraftMedia(context, input), {
    path: routes.draftMedia(input.practiceId, input.draftId),
    search: searchParams,
  })
  const t = await getTranslations('media')
  const { practiceId: id, draftId: draft, isEditable } = view
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('title', { module: view.title })}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.draft(id, draft)}>
          {t('back')}
        </a>
      </p>
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <p className="text-muted mb-4">{t('version', { number: view.number })}</p>
      <p className="mb-6">{t('intro')}</p>
      {isEditable && (
        <PictureForm
          action={routes.draftUploads(id, draft)}
          quotaBytes={view.quotaBytes}
          returned={returned}
          usedBytes={view.usedBytes}
        />
      )}
      <h2 className="mt-8 mb-3 text-xl">{t('list')}</h2>
      <PictureList
        hrefs={{
          picture: (name) => routes.draftPicture(id, draft, name),
          lesson: (address) => routes.lessonDraft(id, draft, address),
        }}
        pictures={view.pictures}
        removals={isEditable ? routes.draftPictureRemovals(id, draft) : null}
      />
    </PracticeFrame>
  )
}
