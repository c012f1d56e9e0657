import { getLocale, getTranslations } from 'next-intl/server'
import { OutsideForm } from '#components/authoring/review/outside-form'
import { OutsideReviewers } from '#components/authoring/review/outside-reviewers'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { viewOutsideReviewers } from '#lib/use-cases/outside/view-outside-reviewers'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** Who was asked from outside to read a draft, and a form to ask somebody. */
export default async function OutsideReviewersPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/outside-reviewers'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { view, actor, returned } = await pageContext((context) => viewOutsideReviewers(context, input), {
    path: routes.outsideReviewers(input.practiceId, input.draftId),
    search: searchParams,
  })
  const t = await getTranslations('outside')
  const locale = await getLocale()
  const { practiceId: id, draftId: draft, reviewers } = view
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('title')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.draft(id, draft)}>
          {(await getTranslations('review'))('backToDraft')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <p className="mb-3 max-w-prose">{t('intro')}</p>
      <p className="text-muted mb-8 max-w-prose">{t('over')}</p>
      <OutsideReviewers
        actionFor={(reviewerId) => routes.outsideWithdrawal(id, draft, reviewerId)}
        dayOf={dayFormatter(locale)}
        reviewers={reviewers}
      />
      <OutsideForm
        action={routes.outsideInvitations(id, draft)}
        isInReview={view.isInReview}
        isOpen={view.mayInvite}
        language={locale}
        returned={returned}
      />
    </PracticeFrame>
  )
}
