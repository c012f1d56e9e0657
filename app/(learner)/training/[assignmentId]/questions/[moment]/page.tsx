import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { wordsOf } from '#components/ui/words'
import type { FormMoment, FormStanding } from '#lib/domain/training/track-forms'
import { viewFormOffer } from '#lib/use-cases/forms/view-form-offer'
import { assignmentId, formMoment } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

export default async function FormOfferPage({
  params,
  searchParams,
}: PageProps<'/training/[assignmentId]/questions/[moment]'>) {
  const input = await paramsOr404({ assignmentId, moment: formMoment }, params)
  const { view, actor, returned } = await pageContext((context) => viewFormOffer(context, input), {
    path: routes.formOffer(input.assignmentId, input.moment),
    search: searchParams,
  })
  const t = await wordsOf('questions')
  const overview = routes.assignment(input.assignmentId)
  const isOpen = view.standing.kind === 'offered' || view.standing.kind === 'begun'
  return (
    <Shell actor={actor}>
      <ErrorSummary returned={returned} />
      <p>
        <a className="inline-flex min-h-11 items-center" href={overview}>
          {view.trackTitle}
        </a>
      </p>
      <h1>{t(`${input.moment}.title`)}</h1>
      {isOpen && (
        <div className="mt-4 max-w-prose space-y-3">
          <p>{t(`${input.moment}.why`, { count: view.asked })}</p>
          <ul className="list-disc space-y-1 pl-5">
            <li>{t('alone')}</li>
            <li>{t('nothingFollows')}</li>
            <li>{t('kept')}</li>
          </ul>
        </div>
      )}
      <div className="mt-8">
        <Onward moment={input.moment} assignmentId={input.assignmentId} standing={view.standing} />
      </div>
    </Shell>
  )
}

type OnwardProps = {
  readonly assignmentId: string
  readonly moment: FormMoment
  readonly standing: FormStanding
}

/** One main button: begin, go on, or see what it showed. */
async function Onward({ assignmentId, moment, standing }: OnwardProps) {
  const t = await wordsOf('questions')
  switch (standing.kind) {
    case 'offered':
      return (
        <div className="flex flex-wrap gap-4">
          <form action={routes.formSittings(assignmentId, moment)} className="w-full sm:w-auto" method="post">
            <button className="button w-full" type="submit">
              {t('start')}
            </button>
          </form>
          <form action={routes.formSkip(assignmentId, moment)} className="w-full sm:w-auto" method="post">
            <button className="button-quiet w-full" type="submit">
              {t('skip')}
            </button>
          </form>
        </div>
      )
    case 'begun':
    case 'done':
      return (
        <a
          className="button w-full sm:w-auto"
          href={standing.kind === 'done' ? routes.formResult(standing.formId) : routes.form(standing.formId)}
        >
          {standing.kind === 'done' ? t('seeResult') : t('goOn')}
        </a>
      )
    case 'skipped':
    case 'over':
      return (
        <>
          <p className="mb-4">{standing.kind === 'skipped' ? t('skipped') : t(`${moment}.over`)}</p>
          <a className="button w-full sm:w-auto" href={routes.assignment(assignmentId)}>
            {t('overview')}
          </a>
        </>
      )
  }
}
