import { getLocale, getTranslations } from 'next-intl/server'
import { originWords } from '#components/authoring/origin-words'
import type { DraftState } from '#lib/domain/authoring/draft-state'
import type { LocalDate } from '#lib/domain/calendar'

export type ListedDraft = {
  readonly draftId: string
  readonly kind: 'module' | 'case'
  readonly title: string
  readonly number: number
  readonly originVersionId: string | null
  readonly originPractice: string | null
  readonly newerOrigin: number | null
  readonly state: DraftState
  readonly inUse: number | null
  readonly authors: readonly string[]
  readonly changedOn: LocalDate
}

type DraftListProps = {
  readonly drafts: readonly ListedDraft[]
  readonly hrefFor: (draftId: string) => string
  readonly dayOf: (on: LocalDate) => string
}

/** The key of the words for where a draft stands. */
export const stateKey = (state: DraftState) =>
  state.kind === 'draft' && state.isChanged ? ('changed' as const) : state.kind

/** The modules and cases of a practice, each with where it stands and who wrote in it. */
export async function DraftList({ drafts, hrefFor, dayOf }: DraftListProps) {
  const t = await getTranslations('authoring')
  const names = new Intl.ListFormat(await getLocale(), { type: 'conjunction' })
  if (drafts.length === 0) return <p className="card">{t('noModules')}</p>
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {drafts.map((draft) => (
        <li className="card" key={draft.draftId}>
          <h3 className="text-lg">
            <a className="inline-flex min-h-11 items-center" href={hrefFor(draft.draftId)}>
              {draft.title}
            </a>
          </h3>
          <p className="font-medium">{t(`state.${stateKey(draft.state)}`)}</p>
          {draft.inUse !== null && draft.state.kind !== 'published' && (
            <p className="text-sm">{t('inUse', { number: draft.inUse })}</p>
          )}
          <p className="text-muted text-sm">
            {draft.kind === 'case' && `${t('kindCase')} · `}
            {t('version', { number: draft.number })} · {t('changed', { on: dayOf(draft.changedOn) })} ·{' '}
            {t('by', { names: names.format(draft.authors) })}
          </p>
          <OriginLines draft={draft} />
        </li>
      ))}
    </ul>
  )
}

async function OriginLines({ draft }: { readonly draft: ListedDraft }) {
  const { copyOf, newer } = await originWords(draft)
  return (
    <>
      {copyOf !== null && <p className="text-muted text-sm">{copyOf}</p>}
      {newer !== null && <p>{newer}</p>}
    </>
  )
}
