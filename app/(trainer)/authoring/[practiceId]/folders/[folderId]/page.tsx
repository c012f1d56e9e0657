import { getTranslations } from 'next-intl/server'
import { FolderChanges } from '#components/authoring/folder-changes'
import { FolderProblems } from '#components/authoring/folder-problems'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { type FolderImportView, viewFolderImport } from '#lib/use-cases/authoring/import-folder'
import { authoringLinks } from '#lib/web/authoring-links'
import { folderId } from '#lib/web/exchange-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** A folder that came in: what it would write, or what it wrote. */
export default async function FolderImportPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/folders/[folderId]'>) {
  const input = await paramsOr404({ practiceId, folderId }, params)
  const { view, actor, returned } = await pageContext((context) => viewFolderImport(context, input), {
    path: routes.folderImport(input.practiceId, input.folderId),
    search: searchParams,
  })
  const t = await getTranslations('exchange')
  const { practiceId: id, target } = view
  const isCopy = view.originPractice !== null
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={isCopy ? view.fileName : t('folder.fileTitle', { file: view.fileName })}
      width="reading"
    >
      <p className="mb-4">
        <a
          className="inline-flex min-h-11 items-center"
          href={
            isCopy
              ? routes.authoring(id)
              : `${routes.newFolder(id)}${target ? `?draft=${target.draftId}` : ''}`
          }
        >
          {t(isCopy ? 'folder.back' : 'folder.another')}
        </a>
      </p>
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      {view.report ? (
        <section className="card space-y-3">
          <h2>{t('items.done')}</h2>
          <p>{t('folder.report', { files: view.report.files })}</p>
          <a className="button" href={routes.draft(id, view.report.draftId)}>
            {t('folder.open')}
          </a>
        </section>
      ) : (
        <Preview action={routes.folderConfirmation(id, input.folderId)} view={view} />
      )}
    </PracticeFrame>
  )
}

async function Preview({ view, action }: { readonly view: FolderImportView; readonly action: string }) {
  const t = await getTranslations('exchange')
  const { target, problems, leftOut, drawn, number, becomes } = view
  if (problems.length > 0) return <FolderProblems problems={problems} />
  if (view.isOtherKind) return <p className="card">{t('folder.otherKind')}</p>
  return (
    <>
      <form action={action} className="card mb-6 space-y-4" method="post">
        <p>
          {target ? t('folder.confirmNext') : t('folder.confirmNew', { folder: view.name, number: becomes })}
        </p>
        {becomes !== number && <p>{t('folder.renumbered', { from: number, to: becomes })}</p>}
        {drawn.length > 0 && <p>{t('folder.drawn', { files: drawn.join(', ') })}</p>}
        {leftOut.length > 0 && <p>{t('folder.leftOut', { count: leftOut.length })}</p>}
        <input name="filesHash" type="hidden" value={target?.filesHash ?? ''} />
        <button className="button" type="submit">
          {t('items.confirm')}
        </button>
      </form>
      <FolderChanges changes={view.changes} />
    </>
  )
}
