import { getTranslations } from 'next-intl/server'
import { ChangeImpact, nextKinds, TrackChange } from '#components/authoring/change-impact'
import { TrackForm } from '#components/authoring/track-form'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { viewTrackForm } from '#lib/use-cases/authoring/view-track'
import { trackId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { changeAddressFrom, withChange } from '#lib/web/change-query'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The next version of a track of the practice's own. */
export default async function OwnTrackPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/tracks/[trackId]'>) {
  const input = await paramsOr404({ practiceId, trackId }, params)
  const path = routes.ownTrack(input.practiceId, input.trackId)
  const { changeKind, ...address } = changeAddressFrom(await searchParams)
  const change = { ...address, changeKind: nextKinds.find((kind) => kind === changeKind) ?? 'clarifying' }
  const { view, actor, returned } = await pageContext(
    (context) => viewTrackForm(context, { ...input, change }),
    { path, search: searchParams },
  )
  const t = await getTranslations('authoring')
  const dueOn = view.preview?.dueOn ?? ''
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(view.practiceId, view.capabilities)}
      practiceName={view.practiceName}
      title={t('track.next', { title: view.track?.title ?? '' })}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.authoring(view.practiceId)}>
          {t('back')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <TrackChange action={path} changeKind={change.changeKind} preview={view.preview} />
      {view.preview && (
        <ChangeImpact
          hrefFor={(page) => withChange(path, { ...change, dueOn, page })}
          personHref={(staffMemberId) => routes.staffMember(view.practiceId, staffMemberId)}
          preview={view.preview}
        />
      )}
      <TrackForm
        action={routes.ownTrackVersions(view.practiceId, input.trackId)}
        cases={view.cases}
        hidden={{ after: view.track?.version ?? 0, changeKind: change.changeKind, dueOn }}
        modules={view.modules}
        returned={returned}
        track={view.track}
      />
    </PracticeFrame>
  )
}
