import { randomUUID } from 'node:crypto'
import { getLocale, getTranslations } from 'next-intl/server'
import { DraftList } from '#components/authoring/draft-list'
import { LibraryList } from '#components/authoring/library-list'
import { TrackList } from '#components/authoring/track-list'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { NetworkList } from '#components/network/network-list'
import { noNotes } from '#lib/domain/authoring/note-counts'
import { viewAuthoring } from '#lib/use-cases/authoring/view-authoring'
import { authoringLinks } from '#lib/web/authoring-links'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What a practice writes itself: its modules and tracks, and the library beside them. */
export default async function AuthoringPage({ params, searchParams }: PageProps<'/authoring/[practiceId]'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewAuthoring(context, input), {
    path: routes.authoring(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('authoring')
  const { practiceId: id, capabilities } = view
  const mayWrite = capabilities.includes('author')
  const newModule = (
    <p className="flex flex-wrap gap-3">
      <a className="button" href={routes.newModule(id)}>
        {t('new')}
      </a>
      <a className="button-quiet" href={routes.newCase(id)}>
        {t('newCase')}
      </a>
    </p>
  )
  return (
    <PracticeFrame
      action={mayWrite ? newModule : undefined}
      actor={actor}
      current="authoring"
      links={authoringLinks(id, capabilities)}
      practiceName={view.practiceName}
      title={t('title')}
    >
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <p className="mb-6 max-w-prose">{t('intro')}</p>
      <section aria-labelledby="own" className="mb-10">
        <h2 className="mb-3 text-xl" id="own">
          {t('ownModules')}
        </h2>
        <DraftList
          dayOf={dayFormatter(await getLocale())}
          drafts={view.drafts}
          hrefFor={(draftId) => routes.draft(id, draftId)}
        />
        {mayWrite && (
          <p className="mt-3">
            <a className="button-quiet" href={routes.newFolder(id)}>
              {t('importFolder')}
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="tracks" className="mb-10">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-xl" id="tracks">
            {t('tracks')}
          </h2>
          {mayWrite && (
            <a className="button-quiet" href={routes.newTrack(id)}>
              {t('newTrack')}
            </a>
          )}
        </div>
        <TrackList
          hrefFor={mayWrite ? (trackId) => routes.ownTrack(id, trackId) : null}
          tracks={view.tracks}
        />
      </section>
      {view.network && (
        <NetworkList copies={mayWrite ? routes.networkCopies(id) : null} network={view.network} />
      )}
      <section aria-labelledby="library">
        <h2 className="text-xl" id="library">
          {t('library')}
        </h2>
        <p className="mb-3 max-w-prose">{t('libraryIntro')}</p>
        <LibraryList
          copy={mayWrite ? { action: routes.moduleCopies(id), field: 'moduleVersionId' } : null}
          newId={randomUUID}
          notesFor={(moduleId) => ({
            href: routes.practiceNotes(id, moduleId),
            counts: view.notes.get(moduleId) ?? noNotes,
          })}
          units={view.library}
        />
        <h3 className="mt-6 mb-3 text-lg">{t('caseLibrary')}</h3>
        <LibraryList
          copy={mayWrite ? { action: routes.caseCopies(id), field: 'caseVersionId' } : null}
          newId={randomUUID}
          units={view.caseLibrary}
        />
      </section>
    </PracticeFrame>
  )
}
