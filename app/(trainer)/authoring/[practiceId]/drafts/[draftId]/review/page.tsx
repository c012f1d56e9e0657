import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ReviewText } from '#components/authoring/review/review-text'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { openThreads } from '#lib/domain/authoring/review/comment-threads'
import { localDateAt } from '#lib/domain/calendar'
import { ok } from '#lib/domain/result'
import { drawReview, readDraftForReview, readRegisters } from '#lib/use-cases/authoring/review-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** A draft, whole, as a clinician reads it, with what was said about each part. */
export default async function DraftReviewPage({
  params,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/review'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { view: found, actor } = await pageContext(async (context) => {
    const read = await readDraftForReview(context, input)
    return read.ok
      ? ok({ read: read.value, registers: await readRegisters(context, read.value.document.language) })
      : read
  })
  const view = await drawReview(found.read)
  const t = await getTranslations('review')
  const formatDate = dayFormatter(await getLocale())
  const { lesson: labels } = await getMessages()
  const { practiceId: id, draftId: draft, document, capabilities } = view
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, capabilities)}
      practiceName={view.practiceName}
      title={document.title || t('title')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.draft(id, draft)}>
          {t('backToDraft')}
        </a>
      </p>
      <p className="text-muted mb-6 max-w-prose">
        {t('how')} {t('open', { count: openThreads(view.comments).length })}
      </p>
      <ReviewText
        dayOf={(at) => formatDate(localDateAt(at, view.timeZone))}
        hrefForBlock={(key) => routes.draftBlock(id, draft, key)}
        hrefForPicture={(name) => `/authoring/${id}/drafts/${draft}/media/${name}`}
        view={view}
        words={{ labels, formatDate, ...found.registers }}
      />
    </PracticeFrame>
  )
}
