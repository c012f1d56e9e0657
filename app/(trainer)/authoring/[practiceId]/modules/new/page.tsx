import { randomUUID } from 'node:crypto'
import { getLocale, getTranslations } from 'next-intl/server'
import { ModuleForm } from '#components/authoring/module-form'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { viewNewModule } from '#lib/use-cases/authoring/view-new-module'
import { authoringLinks } from '#lib/web/authoring-links'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What a new module is for. */
export default async function NewModulePage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/modules/new'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewNewModule(context, input), {
    path: routes.newModule(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('authoring')
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(view.practiceId, view.capabilities)}
      practiceName={view.practiceName}
      title={t('new')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.authoring(view.practiceId)}>
          {t('back')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <p className="mb-6 max-w-prose">{t('form.intro')}</p>
      <ModuleForm
        action={routes.ownModules(view.practiceId)}
        draftId={randomUUID()}
        language={await getLocale()}
        returned={returned}
      />
    </PracticeFrame>
  )
}
