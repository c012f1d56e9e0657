import { randomUUID } from 'node:crypto'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChangeForm } from '#components/authoring/change-form'
import { DraftDone } from '#components/authoring/draft-done'
import { DraftNext } from '#components/authoring/draft-next'
import { DraftPart } from '#components/authoring/draft-part'
import { DraftStanding } from '#components/authoring/draft-standing'
import { FolderPart } from '#components/authoring/folder-part'
import { originWords } from '#components/authoring/origin-words'
import { PublicationPlan } from '#components/authoring/publication-plan'
import { ReviewLink } from '#components/authoring/review/review-link'
import { Retirement, VersionList } from '#components/authoring/version-list'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice, type Returned } from '#components/form/form-parts'
import { OfferPart } from '#components/network/offer-part'
import type { Context } from '#lib/context'
import { ok } from '#lib/domain/result'
import { type DraftView, viewDraft } from '#lib/use-cases/authoring/view-draft'
import { type VersionsView, viewVersions } from '#lib/use-cases/authoring/view-versions'
import { type Offering, viewOffering } from '#lib/use-cases/network/view-offering'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'
import { CasePart, lessonHref, ModuleParts } from './draft-parts'

async function read(context: Context, input: { practiceId: string; draftId: string }) {
  const draft = await viewDraft(context, input)
  if (!draft.ok) return draft
  const versions = await viewVersions(context, input)
  if (!versions.ok) return versions
  return ok({ draft: draft.value, versions: versions.value, offering: await viewOffering(context, input) })
}

/** A module being written: where it stands, its lessons, what it says of itself, who did what. */
export default async function DraftPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const {
    view: { draft: view, versions, offering },
    actor,
    returned,
  } = await pageContext((context) => read(context, input), {
    path: routes.draft(input.practiceId, input.draftId),
    search: searchParams,
  })
  const t = await getTranslations('authoring')
  const { practiceId: id, facts } = view
  const origin = await originWords(view)
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={facts?.title ?? t('facts.title')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.authoring(id)}>
          {t('back')}
        </a>
      </p>
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <p className="text-muted mb-4">
        {t('version', { number: view.number })}
        {origin.copyOf !== null && ` · ${origin.copyOf}`}
        {view.authors.length > 0 && ` · ${t('by', { names: view.authors.join(', ') })}`}
      </p>
      {origin.newer !== null && (
        <p className="border-notice-line bg-notice mb-6 rounded-lg border px-4 py-2">
          {origin.newer}{' '}
          <a
            className="inline-flex min-h-11 items-center"
            href={`${routes.draftDifferences(id, view.draftId)}?from=library`}
          >
            {origin.news}
          </a>
        </p>
      )}
      <DraftParts offering={offering} returned={returned} versions={versions} view={view} />
      <DraftPart name="done" title={t('done.title')}>
        <DraftDone dayOf={dayFormatter(await getLocale())} done={view.done} />
      </DraftPart>
    </PracticeFrame>
  )
}

type PartsProps = {
  readonly view: DraftView
  readonly versions: VersionsView
  readonly returned: Returned
}

/** In the order of the work: what it is, its text, its quiz, the checks, the review, and what comes after. */
async function DraftParts({
  view,
  versions,
  offering,
  returned,
}: PartsProps & { offering: Offering | null }) {
  const { practiceId: id, draftId: draft } = view
  const dayOf = dayFormatter(await getLocale())
  return (
    <>
      <Next versions={versions} view={view} />
      <PublicationPlan
        action={routes.publicationPlanEnd(id, draft)}
        dayOf={dayOf}
        held={versions.held}
        state={view.state}
      />
      {view.kind === 'case' ? <CasePart view={view} /> : <ModuleParts returned={returned} view={view} />}
      <ChangePart returned={returned} versions={versions} />
      <CheckPart view={view} />
      <ReviewLink
        count={view.openComments}
        differences={routes.draftDifferences(id, draft)}
        href={routes.draftReview(id, draft)}
        outside={view.capabilities.includes('author') ? routes.outsideReviewers(id, draft) : null}
      />
      <Retired versions={versions} view={view} />
      <DraftStanding
        action={routes.draftEvents(id, draft)}
        deeds={view.deeds}
        filesHash={view.filesHash}
        isSolo={view.isSolo}
        returned={returned}
      />
      <VersionPart versions={versions} />
      {view.capabilities.includes('author') && (
        <FolderPart
          into={view.mayWrite ? `${routes.newFolder(id)}?draft=${draft}` : null}
          out={routes.draftFolder(id, draft)}
        />
      )}
      {offering && (
        <OfferPart
          actions={{ offer: routes.networkOffers(id, draft), withdraw: routes.networkWithdrawal(id, draft) }}
          offering={offering}
        />
      )}
    </>
  )
}

async function Next({ view, versions }: Omit<PartsProps, 'returned'>) {
  const { practiceId: id, draftId: draft, left, outline } = view
  const lessons = outline?.lessons ?? []
  const unwritten = lessons.filter(({ file }) => left?.unwritten.includes(file))
  return (
    <DraftNext
      approvers={view.approvers}
      dayOf={dayFormatter(await getLocale())}
      hrefs={{
        checks: routes.draftChecks(id, draft),
        review: routes.draftReview(id, draft),
        newTrack: routes.newTrack(id),
      }}
      isAuthor={view.capabilities.includes('author')}
      mayApprove={view.deeds.includes('approved')}
      publishedOn={versions.versions.find(({ draftId }) => draftId === draft)?.publishedOn ?? null}
      state={view.state}
      work={
        left && {
          unwritten: unwritten.map(({ title, file }) => ({ title, href: lessonHref(view, file) })),
          quizToDo: left.quizToDo,
          quiz: routes.quizDraft(id, draft),
        }
      }
    />
  )
}

/** What a version after the first changes for people. */
async function ChangePart({ versions, returned }: Pick<PartsProps, 'versions' | 'returned'>) {
  const t = await getTranslations('versions')
  const { practiceId: id, number, change } = versions
  if (!change) return null
  return (
    <DraftPart name="change" title={t('change.title')}>
      <ChangeForm
        action={routes.versionChange(id, versions.draftId)}
        change={change}
        number={number}
        returned={returned}
      />
    </DraftPart>
  )
}

async function CheckPart({ view }: Pick<PartsProps, 'view'>) {
  const t = await getTranslations('authoring')
  const words = await getTranslations('draftNext')
  return (
    <DraftPart name="check" title={words('checkTitle')}>
      <p className="mb-3 max-w-prose">{t('standing.checksHint')}</p>
      <a className="button-quiet" href={routes.draftChecks(view.practiceId, view.draftId)}>
        {t('standing.checks')}
      </a>
    </DraftPart>
  )
}

function Retired({ view, versions }: Omit<PartsProps, 'returned'>) {
  const isRetired = view.state.kind === 'retired'
  if (!isRetired && !view.deeds.includes('retired')) return null
  return <Retirement isRetired={isRetired} tracks={versions.tracks} />
}

async function VersionPart({ versions }: Pick<PartsProps, 'versions'>) {
  const t = await getTranslations('versions')
  const { practiceId: id } = versions
  if (versions.newestNumber === null) return null
  return (
    <DraftPart name="versions" title={t('title')}>
      <VersionList
        actionFor={(draft) => routes.nextVersion(id, draft)}
        dayOf={dayFormatter(await getLocale())}
        hrefFor={(draft) => routes.draft(id, draft)}
        newId={randomUUID}
        view={versions}
      />
    </DraftPart>
  )
}
