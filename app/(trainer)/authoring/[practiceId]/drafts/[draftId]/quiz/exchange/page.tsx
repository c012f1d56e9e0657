import { getTranslations } from 'next-intl/server'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { ItemUploadForm } from '#components/items/item-upload-form'
import { QuizFrame } from '#components/items/quiz-frame'
import { viewItemExchange } from '#lib/use-cases/authoring/export-items'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The items of a quiz, out to a file and in from one. */
export default async function ItemExchangePage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/quiz/exchange'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { view, actor, returned } = await pageContext((context) => viewItemExchange(context, input), {
    path: routes.itemExchange(input.practiceId, input.draftId),
    search: searchParams,
  })
  const t = await getTranslations('exchange')
  const { practiceId: id, draftId: draft, items, leftOut } = view
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.quizDraft(id, draft), words: t('items.back') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('items.title', { module: view.title })}
    >
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <section className="card mb-6 space-y-3">
        <h2>{t('items.out')}</h2>
        {items === null ? (
          <p>{t('items.notWhole')}</p>
        ) : (
          <>
            <p>{t('items.outHint', { items })}</p>
            <p className="flex flex-wrap gap-3">
              <a className="button-quiet" href={routes.itemTable(id, draft)}>
                {t('items.table')}
              </a>
              <a className="button-quiet" href={routes.itemGift(id, draft)}>
                {t('items.gift')}
              </a>
            </p>
            {leftOut.length > 0 && (
              <p>{t('items.leftOut', { ids: leftOut.map((each) => each.id).join(', ') })}</p>
            )}
          </>
        )}
      </section>
      {view.isOpen && (
        <ItemUploadForm
          action={routes.itemImports(id, draft)}
          objectives={view.objectives}
          returned={returned}
          sources={view.sources}
        />
      )}
    </QuizFrame>
  )
}
