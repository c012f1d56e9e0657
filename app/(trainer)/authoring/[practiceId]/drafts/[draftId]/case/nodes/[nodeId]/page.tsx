import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FindingList } from '#components/case-draft/finding-list'
import { NodeEditor } from '#components/case-draft/node-form'
import { type NodeNamer, nodeNamer } from '#components/case-draft/node-namer'
import { NodeOutline } from '#components/case-draft/node-outline'
import { ErrorSummary, Notice, type Returned } from '#components/form/form-parts'
import { QuizFrame } from '#components/items/quiz-frame'
import type { NodeForm } from '#lib/domain/authoring/case-form'
import { type CaseDraftView, viewCaseDraft } from '#lib/use-cases/authoring/view-case-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { emptyNode, markToSend, nodeId, nodeKind } from '#lib/web/case-draft-fields'
import { withTrial } from '#lib/web/case-trial-query'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** One scene of a case with its choices, to change. What somebody removed meanwhile is shown as a new one. */
export default async function CaseNodePage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/case/nodes/[nodeId]'>) {
  const input = await paramsOr404({ practiceId, draftId, nodeId }, params)
  const { practiceId: id, draftId: draft, nodeId: wanted } = input
  const { view, actor, returned } = await pageContext((context) => viewCaseDraft(context, input), {
    path: routes.caseNode(id, draft, wanted),
    search: searchParams,
  })
  const nodes = view.draft?.nodes ?? []
  const node = nodes.find((each) => each.id === wanted)
  const typed = nodeKind.safeParse(returned.values['nodeKind']).data
  if (!view.isEditable || (!node && !typed)) notFound()
  const t = await getTranslations('caseDrafts')
  const namer = await nodeNamer(view.names)
  const form = node?.form ?? emptyNode(typed ?? 'decision')
  const target = node
    ? { action: routes.caseNodeText(id, draft, wanted), mark: markToSend(returned, node.mark) }
    : { action: routes.newCaseNodes(id, draft, form.kind), mark: null }
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.caseDraft(id, draft), words: t('backToCase') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={namer.full(wanted) || t(`kinds.${form.kind}`)}
    >
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      {node && <Standing namer={namer} node={node} returned={returned} view={view} />}
      <div className="mt-4">
        <NodeEditor
          {...target}
          form={form}
          nodes={namer.choices}
          returned={returned}
          sources={view.sources}
        />
      </div>
      {node && <Removal namer={namer} node={node} view={view} />}
    </QuizFrame>
  )
}

type StandingProps = {
  readonly view: CaseDraftView
  readonly node: DraftNode
  readonly namer: NodeNamer
  readonly returned: Returned
}

/** What is to mend in the scene, what somebody else wrote meanwhile, and a way to try it. */
async function Standing({ view, node, namer, returned }: StandingProps) {
  const t = await getTranslations('caseDrafts')
  const isStale = returned.problems.some(({ words }) => words === 'case-changed-elsewhere')
  return (
    <>
      <FindingList findings={view.findings.filter((each) => each.nodeId === node.id)} />
      <p className="mt-2">
        <a
          className="inline-flex min-h-11 items-center"
          href={withTrial(routes.caseTrial(view.practiceId, view.draftId), node.id)}
        >
          {t('trial.openHere')}
        </a>
      </p>
      {isStale && <Theirs language={view.language} namer={namer} node={node} />}
    </>
  )
}

type RemovalProps = {
  readonly view: CaseDraftView
  readonly namer: NodeNamer
  readonly node: { readonly id: string; readonly mark: string }
}

/** The last scene of a case stays. */

async function Removal({ view, namer, node: { id, mark } }: RemovalProps) {
  if (view.names.length < 2) return null
  const t = await getTranslations('caseDrafts')
  return (
    <details className="mt-8">
      <summary className="cursor-pointer py-3">{t('remove')}</summary>
      <p className="mb-3 max-w-prose">{t('removeHint')}</p>
      <form action={routes.caseNodeRemovals(view.practiceId, view.draftId, id)} method="post">
        <input name="mark" type="hidden" value={mark} />
        <button className="button-quiet" type="submit">
          {t('removeNow', namer.values(id))}
        </button>
      </form>
    </details>
  )
}

type TheirsProps = { readonly node: DraftNode; readonly language: string; readonly namer: NodeNamer }

async function Theirs({ node, language, namer }: TheirsProps) {
  const t = await getTranslations('caseDrafts')
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-lg">{t('theirs')}</h2>
      <NodeOutline findings={[]} hrefs={null} language={language} namer={namer} nodes={[node]} start="" />
    </section>
  )
}

type DraftNode = { readonly id: string; readonly form: NodeForm }
