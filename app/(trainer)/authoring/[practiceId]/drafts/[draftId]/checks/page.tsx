import { getTranslations } from 'next-intl/server'
import { ChooseDay } from '#components/authoring/change-impact'
import { GateList } from '#components/authoring/gate-list'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice, TextField } from '#components/form/form-parts'
import type { Actor } from '#lib/domain/access/actor'
import { type GateResult, isBlocked } from '#lib/domain/authoring/gates'
import { limitTries } from '#lib/use-cases/account/limit-tries'
import {
  type DraftChecksView,
  gatesOfView,
  viewDraftChecks,
} from '#lib/use-cases/authoring/view-draft-checks'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { changeAddressFrom } from '#lib/web/change-query'
import { checksPageThrottles } from '#lib/web/check-throttles'
import { database } from '#lib/web/context'
import type { FormReturn } from '#lib/web/forms'
import { mendingPage, reasonFields } from '#lib/web/gate-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What publication would refuse or advise against, and publishing where nothing stands in its way. */
export default async function DraftChecksPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/checks'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { view, actor, returned } = await pageContext((context) => viewDraftChecks(context, input), {
    path: routes.draftChecks(input.practiceId, input.draftId),
    search: searchParams,
  })
  const { gates, minutes, says } = await lookedAt(view, actor)
  const t = await getTranslations('gates')
  const isKept = view.checks.kind === 'kept'
  const isReady = !isKept && view.isApproved && gates !== null && !isBlocked(gates)
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(view.practiceId, view.capabilities)}
      practiceName={view.practiceName}
      title={t('title')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.draft(view.practiceId, view.draftId)}>
          {view.title}
        </a>
      </p>
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <p className="mb-6 max-w-prose">{t(isKept ? 'introKept' : 'intro')}</p>
      {minutes && (
        <p className="card mb-6 max-w-prose">
          {t('minutesApart', minutes)}{' '}
          <a href={`${routes.draft(view.practiceId, view.draftId)}#facts`}>{t('minutesMend')}</a>
        </p>
      )}
      {gates === null && <Busy says={says} view={view} />}
      {isKept && gates?.length === 0 && <p className="card">{t('keptEarlier')}</p>}
      {gates !== null && (
        <Publication
          dueOn={changeAddressFrom(await searchParams).dueOn ?? typedDay(returned)}
          gates={gates}
          isReady={isReady}
          returned={returned}
          view={view}
        />
      )}
      {!isKept && !isReady && <p className="mt-6 max-w-prose">{t('notYet')}</p>}
      {view.mayWrite && view.hasTranslation && <TranslationPart view={view} />}
    </PracticeFrame>
  )
}

/** What the gates say; null where too much is asked of the compilers, by the practice or by this person. */
async function lookedAt(view: DraftChecksView, actor: Actor) {
  const isTooOften =
    view.checks.kind === 'to-do' && (await limitTries(database(), checksPageThrottles(actor)))
  if (isTooOften) return { gates: null, minutes: null, says: 'tooOften' } as const
  const seen = await gatesOfView(view)
  return { gates: seen?.gates ?? null, minutes: seen?.minutes ?? null, says: 'busy' } as const
}

const typedDay = ({ values: { dueOn } }: FormReturn) =>
  typeof dueOn === 'string' && dueOn !== '' ? dueOn : undefined

type PublicationProps = {
  readonly view: DraftChecksView
  readonly gates: readonly GateResult[]
  readonly isReady: boolean
  /** Chosen on the page that shows who would owe what by it. */
  readonly dueOn: string | undefined
  readonly returned: FormReturn
}

/** What the gates say, with publishing where nothing stands in its way: a change that binds people needs its day first. */
async function Publication({ view, gates, isReady, dueOn, returned }: PublicationProps) {
  const t = await getTranslations('gates')
  const mayPublish = isReady && (!view.asksForDay || dueOn !== undefined)
  const list = (
    <GateList
      gates={gates}
      hrefFor={view.mayWrite ? mendingPage(view.practiceId, view.draftId) : () => null}
      reasonFields={mayPublish ? reasonFields : null}
      returned={returned}
    />
  )
  const choice = isReady && view.asksForDay && (
    <ChooseDay dueOn={dueOn} href={routes.draftImpact(view.practiceId, view.draftId)} />
  )
  if (!mayPublish)
    return (
      <>
        {choice}
        {list}
      </>
    )
  return (
    <>
      {choice}
      <form action={routes.draftPublication(view.practiceId, view.draftId)} method="post" noValidate>
        <input name="filesHash" type="hidden" value={view.filesHash} />
        {view.asksForDay && <input name="dueOn" type="hidden" value={dueOn} />}
        {list}
        <PublicationDay returned={returned} view={view} />
        <button className="button" type="submit">
          {t('publish')}
        </button>
        <p className="text-muted mt-2 text-sm">{t('publishHint')}</p>
      </form>
    </>
  )
}

type DayProps = { readonly view: DraftChecksView; readonly returned: FormReturn }

async function PublicationDay({ view, returned }: DayProps) {
  if (view.isPlanned) return null
  const t = await getTranslations('versions.plan')
  return (
    <div className="mb-6">
      <TextField hint={t('dayHint')} label={t('day')} name="publishOn" returned={returned} type="date" />
    </div>
  )
}

type BusyProps = { readonly view: DraftChecksView; readonly says: 'busy' | 'tooOften' }

async function Busy({ view, says }: BusyProps) {
  const t = await getTranslations('gates')
  return (
    <p className="card" role="status">
      {t(says)}{' '}
      <a
        className="inline-flex min-h-11 items-center"
        href={routes.draftChecks(view.practiceId, view.draftId)}
      >
        {t('again')}
      </a>
    </p>
  )
}

/** Whoever adapts a copy may have nobody who keeps its translation: then it is dropped, and the text is read as it is. */
async function TranslationPart({ view }: { readonly view: DraftChecksView }) {
  const t = await getTranslations('gates')
  return (
    <section aria-labelledby="translation" className="mt-10">
      <h2 className="mb-2 text-xl" id="translation">
        {t('dropTitle')}
      </h2>
      <p className="max-w-prose">{t('dropText')}</p>
      <form
        action={routes.draftTranslationRemovals(view.practiceId, view.draftId)}
        className="mt-3"
        method="post"
      >
        <input name="filesHash" type="hidden" value={view.filesHash} />
        <button className="button-quiet" type="submit">
          {t('drop')}
        </button>
        <p className="text-muted mt-2 text-sm">{t('dropHint')}</p>
      </form>
    </section>
  )
}
