import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { ImportList } from '#components/import/import-list'
import { UploadForm } from '#components/import/upload-form'
import { viewRosterImports } from '#lib/use-cases/practice/view-roster-imports'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

export default async function NewRosterImportPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/imports/new'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewRosterImports(context, input), {
    path: routes.newRosterImport(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('imports')
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('title')}
      width="reading"
    >
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <UploadForm action={routes.rosterImports(view.practiceId)} returned={returned} />
      <p className="mt-4">
        <a className="inline-flex min-h-11 items-center" href={routes.handbookGuide('imports')}>
          {t('guide')}
        </a>
      </p>
      <ImportList
        hrefFor={(importId) => routes.rosterImport(view.practiceId, importId)}
        imports={view.imports}
      />
    </PracticeFrame>
  )
}
