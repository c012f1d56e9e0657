import { listConcerned } from '#lib/data/change-impact'
import type { Tx } from '#lib/data/database'
import type { ChangePreview } from '#lib/domain/authoring/change-preview'
import { lastChangeDay, usualChangeDay } from '#lib/domain/authoring/holding-tracks'
import { type Instant, isLocalDate, localDateAt } from '#lib/domain/calendar'
import { countInFives } from '#lib/domain/compliance/change-impact'
import { bindsPeople } from '#lib/domain/compliance/published-changes'
import type { PracticeId } from '#lib/domain/ids'
import { pageOf } from '#lib/domain/page-of'

/** What is assumed to be published: the next version of each of these tracks, with one change. */
export type AssumedChange = {
  readonly tracks: readonly { readonly trackId: string; readonly version: number; readonly title: string }[]
  readonly changeKind: string
  readonly hasUpdateLesson: boolean
  /** As it stands in the address; anything but a day that may be chosen is the usual one. */
  readonly dueOn: string | undefined
  readonly page: number
}

type Viewer = {
  readonly practiceId: PracticeId
  readonly timeZone: string
  readonly capabilities: readonly string[]
}

const pageSize = 50

/**
 * Null where the change binds nobody by its kind. Names and exact counts are for managers: a trainer without that capability
 * learns a number in fives that no choice of the day changes, since two such numbers would tell how a single person stands.
 */
export async function previewOfChange(
  tx: Tx,
  { practiceId, timeZone, capabilities }: Viewer,
  { tracks, changeKind, hasUpdateLesson, dueOn: wanted, page }: AssumedChange,
  now: Instant,
): Promise<ChangePreview | null> {
  if (!bindsPeople(changeKind)) return null
  const today = localDateAt(now, timeZone)
  const lastDay = lastChangeDay(today)
  const isChosen = wanted !== undefined && isLocalDate(wanted) && wanted >= today && wanted <= lastDay
  const dueOn = isChosen ? wanted : usualChangeDay(today)
  const isManager = capabilities.includes('manage')
  const assumed = tracks.map(({ trackId, version }) => {
    return { trackId, version: version + 1, changeKind, dueOn: isManager ? dueOn : today }
  })
  const all = await listConcerned(tx, { practiceId, timeZone }, assumed, now)
  const titles = tracks.map(({ title }) => title)
  const told = { changeKind, hasUpdateLesson, tracks: titles, dueOn, firstDay: today, lastDay }
  if (!isManager) return { ...told, concerned: { kind: 'counted', atLeast: countInFives(all.length) } }
  const { shown, ...pages } = pageOf(all, page, pageSize)
  return { ...told, concerned: { kind: 'named', count: all.length, people: shown, ...pages } }
}
