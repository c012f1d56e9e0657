import { getTranslations } from 'next-intl/server'
import { ExternalForm } from '#components/external/external-form'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { viewExternalForm } from '#lib/use-cases/external/view-external-form'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** A staff member brings along what they did elsewhere. */
export default async function NewExternalPage({
  params,
  searchParams,
}: PageProps<'/external-certificates/for/[practiceId]/new'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewExternalForm(context, input), {
    path: routes.newExternal(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('external.form')
  return (
    <Shell actor={actor}>
      <h1 className="mb-2">{t('titleOwn')}</h1>
      <p className="mb-2">{t('introOwn')}</p>
      <p className="mb-6 font-medium">{t('practiceHint', { practice: view.practiceName })}</p>
      {view.mayShare && (
        <p className="mb-6">
          {t('shareHint')}{' '}
          <a className="inline-flex min-h-11 items-center" href={routes.certificates}>
            {t('shareLink')}
          </a>
        </p>
      )}
      <ErrorSummary returned={returned} />
      <ExternalForm
        action={routes.externals(view.practiceId)}
        externalId={view.externalId}
        forSomebody={false}
        providers={view.providers}
        requirements={view.requirements}
        returned={returned}
      />
    </Shell>
  )
}
