import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { TrackForm } from '#components/authoring/track-form'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { ownKey } from '#lib/domain/authoring/own-key'
import { viewTrackForm } from '#lib/use-cases/authoring/view-track'
import { authoringLinks } from '#lib/web/authoring-links'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** A new track of the practice's own. */
export default async function NewTrackPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/tracks/new'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext(
    (context) => viewTrackForm(context, { ...input, trackId: null }),
    { path: routes.newTrack(input.practiceId), search: searchParams },
  )
  const t = await getTranslations('authoring')
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(view.practiceId, view.capabilities)}
      practiceName={view.practiceName}
      title={t('track.new')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.authoring(view.practiceId)}>
          {t('back')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <TrackForm
        action={routes.ownTracks(view.practiceId)}
        cases={view.cases}
        hidden={{ newTrack: ownKey(randomUUID()) }}
        modules={view.modules}
        returned={returned}
        track={null}
      />
    </PracticeFrame>
  )
}
