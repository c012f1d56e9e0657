import { getLocale, getTranslations } from 'next-intl/server'
import { BlockComments } from '#components/authoring/review/block-comments'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { localDateAt } from '#lib/domain/calendar'
import { viewBlockFromOutside } from '#lib/use-cases/authoring/view-block'
import { dayFormatter } from '#lib/web/format-day'
import { outsidePageContext } from '#lib/web/outside-page'
import { paramsOr404 } from '#lib/web/params'
import { block } from '#lib/web/review-fields'
import { routes } from '#lib/web/routes'

/** One part of the draft for somebody from outside: what was said about it, and a form to say more. Nothing is settled here. */
export default async function OutsideBlockPage({
  params,
  searchParams,
}: PageProps<'/outside-review/parts/[block]'>) {
  const input = await paramsOr404({ block }, params)
  const { view, returned } = await outsidePageContext(
    (context, kept) => viewBlockFromOutside(context, { ...input, isReturned: kept.problems.length > 0 }),
    { path: routes.outsideBlock(input.block), search: searchParams },
  )
  const t = await getTranslations('outside')
  const formatDate = dayFormatter(await getLocale())
  return (
    <Shell actor={null}>
      <h1 className="mb-4">{(await getTranslations('review'))('comment')}</h1>
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.outsideReview}>
          {t('reader.back')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <BlockComments
        action={routes.outsideBlockComments(input.block)}
        dayOf={(at) => formatDate(localDateAt(at, view.timeZone))}
        returned={returned}
        settleAction={null}
        view={view}
      />
    </Shell>
  )
}
