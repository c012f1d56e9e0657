import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { FileField } from '#components/form/file-field'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { viewNewFolder } from '#lib/use-cases/authoring/view-new-folder'
import { authoringLinks } from '#lib/web/authoring-links'
import { targetDraftIn } from '#lib/web/exchange-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The way in for a folder: as a unit of its own, or as the next text of a draft. */
export default async function NewFolderPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/folders/new'>) {
  const input = await paramsOr404({ practiceId }, params)
  const search = await searchParams
  const { view, actor, returned } = await pageContext(
    (context, kept) =>
      viewNewFolder(context, {
        ...input,
        targetDraft: targetDraftIn(kept.values['targetDraft'] ?? search['draft']),
      }),
    { path: routes.newFolder(input.practiceId), search: searchParams },
  )
  const t = await getTranslations('exchange')
  const { practiceId: id, target } = view
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={target ? t('folder.nextTitle', { folder: target.slug }) : t('folder.newTitle')}
      width="reading"
    >
      <p className="mb-4">
        <a
          className="inline-flex min-h-11 items-center"
          href={target ? routes.draft(id, target.draftId) : routes.authoring(id)}
        >
          {t('folder.back')}
        </a>
      </p>
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <form
        action={routes.folders(id)}
        className="card space-y-4"
        encType="multipart/form-data"
        method="post"
        noValidate
      >
        <p>{t(target ? 'folder.nextIntro' : 'folder.newIntro')}</p>
        <input name="targetDraft" type="hidden" value={target?.draftId ?? ''} />
        <FileField
          accept=".zip,application/zip"
          hint={t('folder.fileHint')}
          label={t('folder.file')}
          name="archive"
          returned={returned}
        />
        <button className="button" type="submit">
          {t('folder.look')}
        </button>
      </form>
    </PracticeFrame>
  )
}
