import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FindingList } from '#components/case-draft/finding-list'
import { NodeEditor } from '#components/case-draft/node-form'
import { NodeOutline } from '#components/case-draft/node-outline'
import { ErrorSummary } from '#components/form/form-parts'
import { QuizFrame } from '#components/items/quiz-frame'
import type { NodeForm } from '#lib/domain/authoring/case-form'
import { viewCaseDraft } from '#lib/use-cases/authoring/view-case-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { emptyNode, markToSend, nodeId, nodeKind } from '#lib/web/case-draft-fields'
import { nodeLabels } from '#lib/web/case-node-labels'
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
  const form = node?.form ?? emptyNode(typed ?? 'decision')
  const isStale = returned.problems.some(({ words }) => words === 'case-changed-elsewhere')
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.caseDraft(id, draft), words: t('backToCase') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={`${t(`kinds.${form.kind}`)} ${wanted}`}
    >
      <ErrorSummary returned={returned} />
      <FindingList findings={view.findings.filter((each) => each.nodeId === wanted)} />
      {isStale && node && <Theirs language={view.language} node={node} />}
      <div className="mt-4">
        <NodeEditor
          action={node ? routes.caseNodeText(id, draft, wanted) : routes.newCaseNodes(id, draft, form.kind)}
          form={form}
          mark={node ? markToSend(returned, node.mark) : null}
          nodes={await nodeLabels(nodes)}
          returned={returned}
          sources={view.sources}
        />
      </div>
      {node && nodes.length > 1 && (
        <Removal action={routes.caseNodeRemovals(id, draft, wanted)} node={node} />
      )}
    </QuizFrame>
  )
}

type RemovalProps = {
  readonly action: string
  readonly node: { readonly id: string; readonly mark: string }
}

async function Removal({ action, node: { id, mark } }: RemovalProps) {
  const t = await getTranslations('caseDrafts')
  return (
    <details className="mt-8">
      <summary className="inline-flex min-h-11 cursor-pointer items-center">{t('remove')}</summary>
      <p className="mb-3 max-w-prose">{t('removeHint')}</p>
      <form action={action} method="post">
        <input name="mark" type="hidden" value={mark} />
        <button className="button-quiet" type="submit">
          {t('removeNow', { id })}
        </button>
      </form>
    </details>
  )
}

async function Theirs({ node, language }: { readonly node: DraftNode; readonly language: string }) {
  const t = await getTranslations('caseDrafts')
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-lg">{t('theirs')}</h2>
      <NodeOutline findings={[]} hrefs={null} language={language} nodes={[node]} start="" />
    </section>
  )
}

type DraftNode = { readonly id: string; readonly form: NodeForm }
