import { getTranslations } from 'next-intl/server'
import { ErrorSummary } from '#components/form/form-parts'
import { ItemEditor } from '#components/items/item-form'
import { ItemText } from '#components/items/item-text'
import { QuizFrame } from '#components/items/quiz-frame'
import { type QuizItemView, viewQuizItem } from '#lib/use-cases/authoring/view-quiz-item'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import type { FormReturn } from '#lib/web/forms'
import { itemId, readMark, shownItem, typedKind } from '#lib/web/item-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** One item of a draft's bank: to change, or for a reviewer to read with its right answer. */
export default async function QuizItemPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/quiz/items/[itemId]'>) {
  const input = await paramsOr404({ practiceId, draftId, itemId }, params)
  const { practiceId: id, draftId: draft } = input
  const { view, actor, returned } = await pageContext(
    (context, kept) => viewQuizItem(context, input, { itemId: input.itemId, kind: typedKind(kept) }),
    { path: routes.quizItem(id, draft, input.itemId), search: searchParams },
  )
  const t = await getTranslations('items')
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.quizDraft(id, draft), words: t('backToList') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('item.title', { id: input.itemId })}
    >
      <ErrorSummary returned={returned} />
      {view.isEditable ? (
        <Editor returned={returned} view={view} />
      ) : (
        <ItemText form={view.form} language={view.facts.language} />
      )}
    </QuizFrame>
  )
}

/** Where somebody else changed the item meanwhile, their version stands above the form. */
async function Editor({ view, returned }: { readonly view: QuizItemView; readonly returned: FormReturn }) {
  const t = await getTranslations('items')
  const { practiceId: id, draftId: draft, item, form } = view
  const isStale = returned.problems.some(({ words }) => words === 'quiz-item-changed-elsewhere')
  return (
    <>
      {isStale && (
        <section className="card mb-6">
          <h2>{t('theirs')}</h2>
          <ItemText form={form} language={view.facts.language} />
        </section>
      )}
      <ItemEditor
        action={item ? routes.quizItemText(id, draft, item.id) : routes.newQuizItems(id, draft, form.kind)}
        choices={view}
        form={form}
        mark={item && readMark(returned, item.mark, isStale)}
        returned={shownItem(returned, form)}
      />
    </>
  )
}
