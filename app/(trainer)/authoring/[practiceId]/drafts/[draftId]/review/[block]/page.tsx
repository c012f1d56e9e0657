import { getLocale, getTranslations } from 'next-intl/server'
import { BlockComments } from '#components/authoring/review/block-comments'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { localDateAt } from '#lib/domain/calendar'
import { viewBlock } from '#lib/use-cases/authoring/view-block'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { block } from '#lib/web/review-fields'
import { blockPage } from '#lib/web/review-links'
import { routes } from '#lib/web/routes'

/** One part of a draft: what was said about it, and a form to say more. */
export default async function DraftBlockPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/review/[block]'>) {
  const input = await paramsOr404({ practiceId, draftId, block }, params)
  const { view, actor, returned } = await pageContext(
    (context, kept) => viewBlock(context, { ...input, isReturned: kept.problems.length > 0 }),
    { path: blockPage(input), search: searchParams },
  )
  const t = await getTranslations('review')
  const formatDate = dayFormatter(await getLocale())
  const { practiceId: id, draftId: draft } = view
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('comment')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.draftReview(id, draft)}>
          {t('backToReview')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <BlockComments
        action={routes.draftBlockComments(id, draft, input.block)}
        dayOf={(at) => formatDate(localDateAt(at, view.timeZone))}
        returned={returned}
        settleAction={routes.draftBlockSettlements(id, draft, input.block)}
        view={view}
      />
    </PracticeFrame>
  )
}
