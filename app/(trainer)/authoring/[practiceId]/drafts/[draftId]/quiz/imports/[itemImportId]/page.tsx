import { getTranslations } from 'next-intl/server'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { ItemConfirmForm } from '#components/items/item-confirm-form'
import { ItemFaults } from '#components/items/item-faults'
import { ItemPlanList } from '#components/items/item-plan-list'
import { QuizFrame } from '#components/items/quiz-frame'
import { type ItemImportView, viewItemImport } from '#lib/use-cases/authoring/import-items'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { itemImportId } from '#lib/web/exchange-fields'
import type { FormReturn } from '#lib/web/forms'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** A file of items: what it would do to the bank, or what it did. */
export default async function ItemImportPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/quiz/imports/[itemImportId]'>) {
  const input = await paramsOr404({ practiceId, draftId, itemImportId }, params)
  const { practiceId: id, draftId: draft, itemImportId: of } = input
  const { view, actor, returned } = await pageContext((context) => viewItemImport(context, input), {
    path: routes.itemImport(id, draft, of),
    search: searchParams,
  })
  const t = await getTranslations('exchange')
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.itemExchange(id, draft), words: t('items.another') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('items.fileTitle', { file: view.fileName })}
    >
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      {view.report ? (
        <section className="card space-y-3">
          <h2>{t('items.done')}</h2>
          <p>{t('items.report', view.report)}</p>
          <a className="button" href={routes.quizDraft(id, draft)}>
            {t('items.back')}
          </a>
        </section>
      ) : (
        <Preview action={routes.itemImportConfirmation(id, draft, of)} returned={returned} view={view} />
      )}
    </QuizFrame>
  )
}

type PreviewProps = {
  readonly view: ItemImportView
  readonly action: string
  readonly returned: FormReturn
}

function Preview({ view, action, returned }: PreviewProps) {
  const { plan, faults, isGift } = view
  if (!plan) return <ItemFaults faults={faults} isGift={isGift} problems={[]} />
  return (
    <>
      {plan.problems.length > 0 && <ItemFaults faults={[]} isGift={isGift} problems={plan.problems} />}
      {plan.problems.length === 0 && view.isOpen && (
        <ItemConfirmForm
          action={action}
          hasKeyChange={plan.items.some(({ isKeyChanged }) => isKeyChanged)}
          mark={view.mark}
          returned={returned}
        />
      )}
      <ItemPlanList isGift={isGift} items={plan.items} />
    </>
  )
}
