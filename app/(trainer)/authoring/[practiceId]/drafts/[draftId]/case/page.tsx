import { getTranslations } from 'next-intl/server'
import { CasePicture } from '#components/case-draft/case-picture'
import { FindingList } from '#components/case-draft/finding-list'
import { nodeNamer } from '#components/case-draft/node-namer'
import { NodeOutline } from '#components/case-draft/node-outline'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { QuizFrame } from '#components/items/quiz-frame'
import { type CaseDraftView, viewCaseDraft } from '#lib/use-cases/authoring/view-case-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { withTrial } from '#lib/web/case-trial-query'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** A case being written: its picture, its scenes with what is to mend at each, and the ways to change them. */
export default async function CaseDraftPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/case'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { view, actor, returned } = await pageContext((context) => viewCaseDraft(context, input), {
    path: routes.caseDraft(input.practiceId, input.draftId),
    search: searchParams,
  })
  const t = await getTranslations('caseDrafts')
  const whole = view.findings.filter(({ nodeId }) => nodeId === null)
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.draft(view.practiceId, view.draftId), words: t('backToDraft') }}
      links={authoringLinks(view.practiceId, view.capabilities)}
      practiceName={view.practiceName}
      title={t('title', { title: view.title })}
    >
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      {view.isPublished && <p className="card mb-6">{t('published')}</p>}
      {view.draft === null && <p className="card mb-6">{t('unreadable')}</p>}
      <Frame view={view} />
      <section aria-labelledby="mend" className="mb-8">
        <h2 className="mb-2 text-xl" id="mend">
          {t('mend')}
        </h2>
        <p>{t('mendCount', { count: view.findings.length })}</p>
        <FindingList findings={whole} />
      </section>
      <section aria-labelledby="picture" className="mb-8">
        <h2 className="mb-3 text-xl" id="picture">
          {t('picture.title')}
        </h2>
        <CasePicture
          hrefFor={
            view.isEditable
              ? (id) => routes.caseNode(view.practiceId, view.draftId, id)
              : (id) => `#scene-${id}`
          }
          layout={view.layout}
          names={view.names}
        />
      </section>
      <Scenes view={view} />
    </QuizFrame>
  )
}

/** What surrounds the scenes, and the translations that a copy brought along. */
async function Frame({ view }: { readonly view: CaseDraftView }) {
  const t = await getTranslations('caseDrafts')
  const { practiceId: id, draftId: draft } = view
  return (
    <>
      <p className="mb-6 flex flex-wrap gap-3">
        {view.isEditable && (
          <>
            <a className="button-quiet" href={routes.caseOpening(id, draft)}>
              {t('openOpening')}
            </a>
            <a className="button-quiet" href={routes.caseDebrief(id, draft)}>
              {t('openDebrief')}
            </a>
          </>
        )}
        {view.names.length > 0 && (
          <a className="button-quiet" href={routes.caseTrial(id, draft)}>
            {t('trial.open')}
          </a>
        )}
      </p>
      {view.isTranslated && (
        <section aria-labelledby="translation" className="card mb-8">
          <h2 className="text-lg" id="translation">
            {t('translation.title')}
          </h2>
          <p className="mt-1 max-w-prose">{t('translation.hint')}</p>
          {view.isEditable && (
            <form action={routes.caseTranslationRemovals(id, draft)} className="mt-3" method="post">
              <button className="button-quiet" type="submit">
                {t('translation.remove')}
              </button>
            </form>
          )}
        </section>
      )}
    </>
  )
}

async function Scenes({ view }: { readonly view: CaseDraftView }) {
  const t = await getTranslations('caseDrafts')
  const { practiceId: id, draftId: draft } = view
  const hrefs = {
    node: (node: string) => routes.caseNode(id, draft, node),
    moves: (node: string) => routes.caseNodeMoves(id, draft, node),
  }
  return (
    <section aria-labelledby="scenes">
      <h2 className="mb-3 text-xl" id="scenes">
        {t('scenes')}
      </h2>
      <NodeOutline
        findings={view.findings}
        hrefs={view.isEditable ? hrefs : null}
        language={view.language}
        namer={await nodeNamer(view.names)}
        nodes={view.draft?.nodes ?? []}
        start={view.draft?.start ?? ''}
        trialFor={(node) => withTrial(routes.caseTrial(id, draft), node)}
      />
      {view.isEditable && view.draft && (
        <p className="mt-5 flex flex-wrap gap-3">
          {(['decision', 'ending'] as const).map((kind) => (
            <a className="button-quiet" href={routes.newCaseNode(id, draft, kind)} key={kind}>
              {t(`add.${kind}`)}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}
