import { randomUUID } from 'node:crypto'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ChangeForm } from '#components/authoring/change-form'
import { DraftDone } from '#components/authoring/draft-done'
import { DraftStanding } from '#components/authoring/draft-standing'
import { FactsForm } from '#components/authoring/facts-form'
import { FolderPart } from '#components/authoring/folder-part'
import { OutlinePart } from '#components/authoring/outline-part'
import { PublicationPlan } from '#components/authoring/publication-plan'
import { ReviewLink } from '#components/authoring/review/review-link'
import { Retirement, VersionList } from '#components/authoring/version-list'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice, type Returned } from '#components/form/form-parts'
import type { Context } from '#lib/context'
import { ok } from '#lib/domain/result'
import { type DraftView, viewDraft } from '#lib/use-cases/authoring/view-draft'
import { type VersionsView, viewVersions } from '#lib/use-cases/authoring/view-versions'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

async function read(context: Context, input: { practiceId: string; draftId: string }) {
  const draft = await viewDraft(context, input)
  if (!draft.ok) return draft
  const versions = await viewVersions(context, input)
  return versions.ok ? ok({ draft: draft.value, versions: versions.value }) : versions
}

/** A module being written: where it stands, its lessons, what it says of itself, who did what. */
export default async function DraftPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const {
    view: { draft: view, versions },
    actor,
    returned,
  } = await pageContext((context) => read(context, input), {
    path: routes.draft(input.practiceId, input.draftId),
    search: searchParams,
  })
  const t = await getTranslations('authoring')
  const { practiceId: id, facts } = view
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
        {view.originVersionId && ` · ${t('copyOf', { origin: view.originVersionId })}`}
        {view.authors.length > 0 && ` · ${t('by', { names: view.authors.join(', ') })}`}
      </p>
      {view.newerOrigin !== null && (
        <p className="border-notice-line bg-notice mb-6 rounded-lg border px-4 py-2">
          {t('newerOrigin', { version: view.newerOrigin })}{' '}
          <a
            className="inline-flex min-h-11 items-center"
            href={`${routes.draftDifferences(id, view.draftId)}?from=library`}
          >
            {t('originNews')}
          </a>
        </p>
      )}
      <DraftParts returned={returned} versions={versions} view={view} />
      <Part name="done" title={t('done.title')}>
        <DraftDone dayOf={dayFormatter(await getLocale())} done={view.done} />
      </Part>
    </PracticeFrame>
  )
}

type PartsProps = {
  readonly view: DraftView
  readonly versions: VersionsView
  readonly returned: Returned
}

async function DraftParts({ view, versions, returned }: PartsProps) {
  const { practiceId: id, draftId: draft } = view
  return (
    <>
      <DraftStanding
        action={routes.draftEvents(id, draft)}
        checks={routes.draftChecks(id, draft)}
        deeds={view.deeds}
        filesHash={view.filesHash}
        returned={returned}
        state={view.state}
      />
      <PublicationPlan
        action={routes.publicationPlanEnd(id, draft)}
        dayOf={dayFormatter(await getLocale())}
        held={versions.held}
        state={view.state}
      />
      <VersionParts returned={returned} versions={versions} view={view} />
      <ReviewLink
        count={view.openComments}
        differences={routes.draftDifferences(id, draft)}
        href={routes.draftReview(id, draft)}
        outside={view.capabilities.includes('author') ? routes.outsideReviewers(id, draft) : null}
      />
      {view.kind === 'case' ? <CasePart view={view} /> : <ModuleParts returned={returned} view={view} />}
      {view.capabilities.includes('author') && (
        <FolderPart
          into={view.mayWrite ? `${routes.newFolder(id)}?draft=${draft}` : null}
          out={routes.draftFolder(id, draft)}
        />
      )}
    </>
  )
}

async function CasePart({ view }: Pick<PartsProps, 'view'>) {
  const t = await getTranslations('authoring')
  return (
    <Part name="case" title={t('case.title')}>
      <p className="mb-3 max-w-prose">{t('case.hint')}</p>
      <a className="button-quiet" href={routes.caseDraft(view.practiceId, view.draftId)}>
        {t('case.open')}
      </a>
    </Part>
  )
}

async function ModuleParts({ view, returned }: Omit<PartsProps, 'versions'>) {
  const t = await getTranslations('authoring')
  const { practiceId: id, draftId: draft, facts, outline, mayWrite } = view
  const actions = { outline: routes.draftOutline(id, draft), titles: routes.draftTitles(id, draft) }
  return (
    <>
      <Part name="lessons" title={t('lessons.title')}>
        {outline ? (
          <OutlinePart
            actions={mayWrite ? actions : null}
            base={view.outlineRevision}
            hrefFor={(file) => routes.lessonDraft(id, draft, lessonName(file))}
            lessons={outline.lessons}
            removed={view.removed.map(({ file, title }) => ({ name: lessonName(file), title }))}
            returned={returned}
          />
        ) : (
          <p>{t('lessons.unreadable')}</p>
        )}
      </Part>
      <Part name="quiz" title={t('quiz.title')}>
        <a className="button-quiet" href={routes.quizDraft(id, draft)}>
          {t('quiz.open')}
        </a>
      </Part>
      <Part name="media" title={t('media.title')}>
        <a className="button-quiet" href={routes.draftMedia(id, draft)}>
          {t('media.open')}
        </a>
      </Part>
      {mayWrite && (
        <Part name="facts" title={t('facts.title')}>
          {facts ? (
            <FactsForm
              action={routes.draftFacts(id, draft)}
              base={view.aboutRevision}
              facts={facts}
              returned={returned}
            />
          ) : (
            <p>{t('facts.unreadable')}</p>
          )}
        </Part>
      )}
    </>
  )
}

/** Its versions, and what this one changes for people. */
async function VersionParts({ view, versions, returned }: PartsProps) {
  const t = await getTranslations('versions')
  const { practiceId: id, number, change } = versions
  const isRetired = view.state.kind === 'retired'
  return (
    <>
      {(isRetired || view.deeds.includes('retired')) && (
        <Retirement isRetired={isRetired} tracks={versions.tracks} />
      )}
      {change && (
        <Part name="change" title={t('change.title')}>
          <ChangeForm
            action={routes.versionChange(id, versions.draftId)}
            change={change}
            number={number}
            returned={returned}
          />
        </Part>
      )}
      {versions.newestNumber !== null && (
        <Part name="versions" title={t('title')}>
          <VersionList
            actionFor={(draft) => routes.nextVersion(id, draft)}
            dayOf={dayFormatter(await getLocale())}
            hrefFor={(draft) => routes.draft(id, draft)}
            newId={randomUUID}
            view={versions}
          />
        </Part>
      )}
    </>
  )
}

/** "lessons/first-look.mdx" is edited under "first-look". */
const lessonName = (file: string) => file.slice('lessons/'.length, -'.mdx'.length)

type PartProps = { readonly name: string; readonly title: string; readonly children: ReactNode }

function Part({ name, title, children }: PartProps) {
  return (
    <section aria-labelledby={name} className="mb-10">
      <h2 className="mb-3 text-xl" id={name}>
        {title}
      </h2>
      {children}
    </section>
  )
}
