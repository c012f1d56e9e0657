import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { DecisionForm } from '#components/external/decision-form'
import { ExternalEffects } from '#components/external/external-effects'
import { ExternalFacts } from '#components/external/external-facts'
import { ExternalState } from '#components/external/external-state'
import { ReviewWarnings } from '#components/external/review-warnings'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { viewExternalCertificate } from '#lib/use-cases/external/view-external-certificate'
import { externalId } from '#lib/web/external-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** One certificate from elsewhere: what it is, what it would do, and the decision. */
export default async function ExternalReviewPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/external-certificates/[externalId]'>) {
  const input = await paramsOr404({ practiceId, externalId }, params)
  const { view, actor, returned } = await pageContext((context) => viewExternalCertificate(context, input), {
    path: routes.externalReview(input.practiceId, input.externalId),
    search: searchParams,
  })
  const { entry, requirements } = view
  const t = await getTranslations('external')
  const meant = requirements.filter(({ isMeant }) => isMeant).map(({ name }) => name)
  return (
    <PracticeFrame
      actor={actor}
      current="external"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('review.title')}
      width="reading"
    >
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <div className="space-y-8">
        <ExternalState decision={entry.decision} />
        <ReviewWarnings
          alike={view.alike}
          hrefFor={(id) => routes.externalReview(view.practiceId, id)}
          vouching={view.vouching}
        />
        <ExternalFacts
          entry={entry}
          fileHref={routes.externalFile(entry.id)}
          personHref={routes.staffMember(view.practiceId, entry.staffMemberId)}
          requirements={meant}
        />
        {entry.decision === null && (
          <>
            <ExternalEffects requirements={requirements} />
            <DecisionForm
              action={routes.externalDecision(view.practiceId, entry.id)}
              requirements={requirements}
              returned={returned}
              standing={view.standing}
            />
          </>
        )}
        {view.mayWithdraw && (
          <form action={routes.externalWithdrawal(entry.id)} method="post">
            <button className="button-quiet" type="submit">
              {t('withdraw')}
            </button>
          </form>
        )}
      </div>
    </PracticeFrame>
  )
}
