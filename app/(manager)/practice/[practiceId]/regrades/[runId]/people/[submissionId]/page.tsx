import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DecisionForm } from '#components/assessment/decision-form'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { viewRegrade } from '#lib/use-cases/practice/view-regrade'
import { runId, submissionId } from '#lib/web/measurement-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { quizLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** One person whom a regrade affects, and the form that decides. */
export default async function RegradedPersonPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/regrades/[runId]/people/[submissionId]'>) {
  const input = await paramsOr404({ practiceId, runId, submissionId }, params)
  const { view, actor, returned } = await pageContext((context) => viewRegrade(context, input), {
    path: routes.regradedPerson(input.practiceId, input.runId, input.submissionId),
    search: searchParams,
  })
  const t = await getTranslations('measurement')
  const { practiceId: id, run } = view
  const [person] = view.people
  if (!person) notFound()
  return (
    <PracticeFrame
      actor={actor}
      current="quizzes"
      links={quizLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('decision.title', { name: person.name })}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.regrade(id, run.id)}>
          {t('decision.back')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <DecisionForm
        action={routes.regradeDecision(id, run.id, person.submissionId)}
        hrefs={{
          person: routes.staffMember(id, person.staffMemberId),
          revocation: person.certificateId && routes.newRevocation(id, person.certificateId),
        }}
        person={person}
        returned={returned}
      />
    </PracticeFrame>
  )
}
