import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NodeEditor } from '#components/case-draft/node-form'
import { nodeNamer } from '#components/case-draft/node-namer'
import { ErrorSummary } from '#components/form/form-parts'
import { QuizFrame } from '#components/items/quiz-frame'
import { viewCaseDraft } from '#lib/use-cases/authoring/view-case-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { emptyNode, nodeKind } from '#lib/web/case-draft-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** A scene or an ending that begins. */
export default async function NewCaseNodePage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/case/new/[nodeKind]'>) {
  const input = await paramsOr404({ practiceId, draftId, nodeKind }, params)
  const { practiceId: id, draftId: draft, nodeKind: kind } = input
  const { view, actor, returned } = await pageContext((context) => viewCaseDraft(context, input), {
    path: routes.newCaseNode(id, draft, kind),
    search: searchParams,
  })
  if (!view.isEditable || !view.draft) notFound()
  const t = await getTranslations('caseDrafts')
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.caseDraft(id, draft), words: t('backToCase') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t(`add.${kind}`)}
    >
      <ErrorSummary returned={returned} />
      <NodeEditor
        action={routes.newCaseNodes(id, draft, kind)}
        form={emptyNode(kind)}
        mark={null}
        nodes={(await nodeNamer(view.names)).choices}
        returned={returned}
        sources={view.sources}
      />
    </QuizFrame>
  )
}
