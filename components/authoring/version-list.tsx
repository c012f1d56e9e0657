import { getLocale, getTranslations } from 'next-intl/server'
import { stateKey } from '#components/authoring/draft-list'
import type { DraftState } from '#lib/domain/authoring/draft-state'
import { isFrozen } from '#lib/domain/authoring/draft-state'
import type { LocalDate } from '#lib/domain/calendar'

type Line = {
  readonly draftId: string
  readonly number: number
  readonly state: DraftState
  readonly publishedOn: LocalDate | null
  readonly fromNumber: number | null
}

type VersionListProps = {
  readonly view: {
    readonly draftId: string
    readonly versions: readonly Line[]
    readonly newestNumber: number | null
    readonly mayBegin: boolean
    readonly inWork: { readonly number: number; readonly filesHash: string; readonly takes: boolean } | null
    readonly tracks: readonly string[]
  }
  readonly hrefFor: (draftId: string) => string
  readonly actionFor: (draftId: string) => string
  /** Of the version that a button begins. */
  readonly newId: () => string
  readonly dayOf: (on: LocalDate) => string
}

/** The versions of a module or case, with what can be done with the text of each. */
export async function VersionList({ view, hrefFor, actionFor, newId, dayOf }: VersionListProps) {
  const t = await getTranslations('versions')
  const { versions, newestNumber, inWork } = view
  const next = inWork?.number ?? (newestNumber ?? 0) + 1
  const deed = deedOf(view)
  return (
    <>
      <ol className="space-y-3">
        {versions.map((each) => (
          <li className="card py-3" key={each.draftId}>
            <p className="font-medium">
              {each.draftId === view.draftId ? (
                t('here', { number: each.number })
              ) : (
                <a className="inline-flex min-h-11 items-center" href={hrefFor(each.draftId)}>
                  {t('line', { number: each.number })}
                </a>
              )}
            </p>
            <p>
              <Standing dayOf={dayOf} line={each} />
            </p>
            {each.fromNumber !== null && <p className="text-muted">{t('from', { from: each.fromNumber })}</p>}
            {isFrozen(each.state) && deed && (
              <TextTaking
                action={actionFor(each.draftId)}
                deed={deed === 'again' && each.number === newestNumber ? 'begin' : deed}
                from={each.number}
                newId={newId()}
                next={next}
                over={inWork?.filesHash ?? ''}
              />
            )}
          </li>
        ))}
      </ol>
      {newestNumber !== null && <p className="text-muted mt-3 max-w-prose">{t('halfway')}</p>}
    </>
  )
}

/** That it is published is said once, with its day. */
async function Standing({
  line: { state, publishedOn },
  dayOf,
}: { line: Line } & Pick<VersionListProps, 'dayOf'>) {
  const t = await getTranslations('versions')
  const states = await getTranslations('authoring')
  const out = publishedOn && t('out', { on: dayOf(publishedOn) })
  if (out && state.kind === 'published') return out
  const standing = states(`state.${stateKey(state)}`)
  return out ? `${standing} · ${out}` : standing
}

/** What the buttons do: begin a version, or give another text to the one in work. */
function deedOf({ mayBegin, inWork }: VersionListProps['view']): 'again' | 'put' | null {
  if (!mayBegin) return null
  if (!inWork) return 'again'
  return inWork.takes ? 'put' : null
}

type TextTakingProps = {
  readonly action: string
  readonly deed: 'begin' | 'again' | 'put'
  readonly from: number
  readonly next: number
  readonly newId: string
  readonly over: string
}

async function TextTaking({ action, deed, from, next, newId, over }: TextTakingProps) {
  const t = await getTranslations('versions')
  return (
    <form action={action} className="mt-2" method="post">
      <input name="newDraftId" type="hidden" value={newId} />
      <input name="over" type="hidden" value={over} />
      <button
        aria-label={deed === 'begin' ? undefined : t(`${deed}Of`, { number: next, from })}
        className={deed === 'begin' ? 'button' : 'button-quiet'}
        type="submit"
      >
        {t(deed, { number: next })}
      </button>
      <p className="text-muted mt-1 max-w-prose text-sm">{t(`${deed}Hint`, { number: next, from })}</p>
    </form>
  )
}

type HoldersProps = { readonly isRetired: boolean; readonly tracks: readonly string[] }

/** What retiring means, before and after: where it is asked for, and that nothing on record goes. */
export async function Retirement({ isRetired, tracks }: HoldersProps) {
  const t = await getTranslations('versions')
  const titles = new Intl.ListFormat(await getLocale(), { type: 'conjunction' }).format(tracks)
  return (
    <p className="text-muted mb-6 max-w-prose">
      {t(isRetired ? 'retired' : 'retire')} {tracks.length > 0 ? t('heldBy', { titles }) : t('heldByNone')}
    </p>
  )
}
