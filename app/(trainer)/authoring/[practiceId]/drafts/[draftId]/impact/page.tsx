import { getTranslations } from 'next-intl/server'
import { ChangeDay, ChangeImpact } from '#components/authoring/change-impact'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { viewDraftChange } from '#lib/use-cases/authoring/view-draft-change'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { changeAddressFrom, withChange } from '#lib/web/change-query'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The day of a change, and who would owe what by it. */
export default async function DraftImpactPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/impact'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const path = routes.draftImpact(input.practiceId, input.draftId)
  const address = changeAddressFrom(await searchParams)
  const { view, actor } = await pageContext((context) => viewDraftChange(context, { ...input, ...address }))
  const t = await getTranslations('changes')
  const { practiceId: id, draftId: draft, preview } = view
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('title')}
      width="reading"
    >
      <p>
        <a className="inline-flex min-h-11 items-center" href={routes.draftChecks(id, draft)}>
          {t('backToChecks')}
        </a>
      </p>
      <p className="text-muted mb-4">{t('of', { title: view.title })}</p>
      {preview === null ? (
        <p className="max-w-prose">{t('bindsNobody')}</p>
      ) : (
        <>
          <ChangeDay action={path} preview={preview} />
          <ChangeImpact
            hrefFor={(page) => withChange(path, { dueOn: preview.dueOn, page })}
            personHref={(staffMemberId) => routes.staffMember(id, staffMemberId)}
            preview={preview}
          />
        </>
      )}
      {preview !== null && (
        <p className="mt-8">
          <a className="button" href={withChange(routes.draftChecks(id, draft), { dueOn: preview.dueOn })}>
            {t('goOn')}
          </a>
          <span className="text-muted mt-2 block text-sm">{t('goOnHint')}</span>
        </p>
      )}
    </PracticeFrame>
  )
}
