import { getTranslations } from 'next-intl/server'
import { ErrorSummary } from '#components/form/form-parts'
import { ItemEditor } from '#components/items/item-form'
import { QuizFrame } from '#components/items/quiz-frame'
import { viewQuizItem } from '#lib/use-cases/authoring/view-quiz-item'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { itemKind, shownItem } from '#lib/web/item-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** An item that begins; its kind is chosen already. */
export default async function NewQuizItemPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/quiz/new/[itemKind]'>) {
  const input = await paramsOr404({ practiceId, draftId, itemKind }, params)
  const { practiceId: id, draftId: draft, itemKind: kind } = input
  const { view, actor, returned } = await pageContext(
    (context) => viewQuizItem(context, input, { itemId: null, kind }),
    { path: routes.newQuizItem(id, draft, kind), search: searchParams },
  )
  const t = await getTranslations('items')
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.quizDraft(id, draft), words: t('backToList') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('item.new', { kind: t(`kind.${kind}`) })}
    >
      <ErrorSummary returned={returned} />
      <ItemEditor
        action={routes.newQuizItems(id, draft, kind)}
        choices={view}
        form={view.form}
        mark={null}
        returned={shownItem(returned, view.form)}
      />
    </QuizFrame>
  )
}
