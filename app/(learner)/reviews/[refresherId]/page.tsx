import { getTranslations } from 'next-intl/server'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { PromptForm } from '#components/refresher/prompt-form'
import { ReviewedPrompt } from '#components/refresher/reviewed-prompt'
import { NotTranslated } from '#components/ui/not-translated'
import { answerField } from '#lib/domain/curriculum/answer-fields'
import { type RefresherView, viewRefresher } from '#lib/use-cases/refreshers/view-refresher'
import { refresherId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

/** A short review: the question of now, and what was answered with its reasons. */
export default async function RefresherPage({ params, searchParams }: PageProps<'/reviews/[refresherId]'>) {
  const input = await paramsOr404({ refresherId }, params)
  const { view, actor, returned } = await pageContext((context) => viewRefresher(context, input), {
    path: routes.refresher(input.refresherId),
    search: searchParams,
  })
  const t = await getTranslations('refreshers')
  const { next, count } = view
  const isHole = (words: string) => next !== null && words === 'answer-missing'
  const problems = returned.problems.map((problem) =>
    next && isHole(problem.words) ? { ...problem, field: answerField(next.itemId) } : problem,
  )
  return (
    <Shell actor={actor}>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="text-muted mb-6 max-w-prose">{t('intro')}</p>
      <ErrorSummary returned={{ ...returned, problems }} />
      <Reviewed view={view} />
      {next ? (
        <>
          <NotTranslated language={next.language} />
          <PromptForm
            action={routes.refresherAnswers(view.refresherId)}
            count={count}
            marked={problems.some(({ words }) => isHole(words))}
            prompt={next}
            typed={returned.values}
          />
        </>
      ) : (
        <Done view={view} />
      )}
      <p className="mt-10">
        <a className="inline-flex min-h-11 items-center" href={routes.accountRefreshers}>
          {t('settingsLink')}
        </a>
      </p>
    </Shell>
  )
}

/** The answer given last stands open, with its reasons; those before it can be opened. */
async function Reviewed({ view: { reviewed } }: { readonly view: RefresherView }) {
  const t = await getTranslations('refreshers')
  const last = reviewed.at(-1)
  if (!last) return null
  return (
    <section aria-labelledby="answered" className="mb-8">
      <h2 className="mb-3" id="answered">
        {t('answeredTitle')}
      </h2>
      <ol className="space-y-3">
        {reviewed.map((prompt) => (
          <li className="card py-1" id={`answered-${prompt.place}`} key={prompt.place}>
            <details open={prompt === last}>
              <summary className="cursor-pointer py-3 font-medium">
                {t('answered', { place: prompt.place, isRight: String(prompt.isRight) })}
              </summary>
              <div className="pb-4">
                <ReviewedPrompt prompt={prompt} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

async function Done({ view: { reviewed, count, isResting } }: { readonly view: RefresherView }) {
  const t = await getTranslations('refreshers')
  if (isResting) return <p className="card">{t('resting')}</p>
  return (
    <section aria-labelledby="done" className="card space-y-3">
      <h2 id="done">{t('doneTitle')}</h2>
      <p>{t('done', { right: reviewed.filter(({ isRight }) => isRight).length, count })}</p>
      <p>
        <a className="button" href={routes.training}>
          {t('toTraining')}
        </a>
      </p>
    </section>
  )
}
