import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ErrorSummary } from '#components/form/form-parts'
import { ItemText } from '#components/items/item-text'
import { QuizFrame } from '#components/items/quiz-frame'
import { viewQuizItem } from '#lib/use-cases/authoring/view-quiz-item'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { itemId } from '#lib/web/item-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** Asks once before an item is taken out of the bank. */
export default async function QuizItemRemovalPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/quiz/items/[itemId]/removal'>) {
  const input = await paramsOr404({ practiceId, draftId, itemId }, params)
  const { practiceId: id, draftId: draft } = input
  const { view, actor, returned } = await pageContext(
    (context) => viewQuizItem(context, input, { itemId: input.itemId, kind: undefined }),
    { path: routes.quizItemRemoval(id, draft, input.itemId), search: searchParams },
  )
  if (!view.item || !view.isEditable) notFound()
  const t = await getTranslations('items')
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.quizDraft(id, draft), words: t('backToList') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('removal.title', { id: input.itemId })}
    >
      <ErrorSummary returned={returned} />
      <p className="mb-4">{t('removal.intro')}</p>
      <div className="card mb-6">
        <ItemText form={view.form} language={view.facts.language} />
      </div>
      <form action={routes.quizItemRemovals(id, draft, view.item.id)} method="post">
        <input name="mark" type="hidden" value={view.item.mark} />
        <button className="button" type="submit">
          {t('removal.confirm')}
        </button>
      </form>
    </QuizFrame>
  )
}
