import { randomUUID } from 'node:crypto'
import { listStatusEvents } from '#lib/data/compliance-history'
import type { Database, Tx } from '#lib/data/database'
import { apart, atPractice, sumOfEach } from '#lib/data/every-practice'
import { findPracticePlace, type PracticePlace } from '#lib/data/practice'
import { findRefresherWish } from '#lib/data/refresher'
import {
  type CompletedTurn,
  insertRefresher,
  insertRefresherRun,
  isRefresherDayPlanned,
  listCompletedTurns,
  listItemHistories,
} from '#lib/data/refresher-plan'
import { findReminderSettings, listReminderPauses, type ReminderPause } from '#lib/data/reminder-settings'
import { enterPerson } from '#lib/data/scope'
import { addMinutes, type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { isPlanningTime } from '#lib/domain/compliance/quiet-hours'
import { choosePrompts, type PromptCandidate } from '#lib/domain/curriculum/choose-prompts'
import { frozenItem } from '#lib/domain/curriculum/draw-quiz'
import { seededRandom } from '#lib/domain/curriculum/seeded-random'
import type { PracticeId, RefresherId, StaffMemberId } from '#lib/domain/ids'
import {
  completionsToLookAt,
  daysApart,
  momentOn,
  type OfferedMoment,
} from '#lib/domain/training/refresher-moments'
import { mayBeOffered } from '#lib/domain/training/refresher-offer'
import { composeMail } from '#lib/mail/compose-mail'
import { recallAt } from '#lib/recall/recall'

/** `portion`: how many completed turns one transaction looks at. */
type Surroundings = { readonly clock: () => Instant; readonly origin: string; readonly portion?: number }

/** A few seconds of work, also where everybody is offered one. */
const turnsAtOnce = 100

/**
 * Offers short reviews where a moment of a completed turn has come: once a day and practice, in the practice's morning, in
 * portions with a transaction each. The day is noted with the last one: what a stop left is made up for by the next run, and
 * what was offered is not offered again. A person whose offer fails keeps nobody else back, and is looked at again the next
 * day: the first fault is thrown after the last person. A practice of sample people sends nothing by itself. Returns how many
 * were offered.
 */
export async function planRefreshers(db: Database, around: Surroundings): Promise<number> {
  const { clock, origin, portion: limit = turnsAtOnce } = around
  return await sumOfEach(db, async (practiceId) => {
    const now = clock()
    let offered = 0
    const faults: unknown[] = []
    let after: CompletedTurn | null = null
    do {
      const portion: Portion = await atPractice(db, practiceId, (tx) =>
        planPortion(tx, practiceId, { now, origin, after, limit }),
      )
      offered += portion.offered
      faults.push(...portion.faults)
      after = portion.last
    } while (after !== null)
    if (faults.length > 0) throw faults[0]
    return offered
  })
}

type Offered = { readonly offered: number; readonly faults: readonly unknown[] }
/** `last`: the turn after which the next portion begins; null where this was the last one. */
type Portion = Offered & { readonly last: CompletedTurn | null }
const nothing: Portion = { offered: 0, faults: [], last: null }

type Part = {
  readonly now: Instant
  readonly origin: string
  readonly after: CompletedTurn | null
  readonly limit: number
}

type Day = Pick<Part, 'now' | 'origin'> & {
  readonly place: PracticePlace
  readonly today: LocalDate
  readonly paused: ReadonlyMap<StaffMemberId, ReminderPause>
}

async function planPortion(tx: Tx, practiceId: PracticeId, part: Part): Promise<Portion> {
  const { now, origin, after, limit } = part
  const place = await findPracticePlace(tx, practiceId)
  const settings = await findReminderSettings(tx, practiceId)
  if (!place || place.isDemo || !settings.refreshersEnabled) return nothing
  if (!isPlanningTime(settings, now, place.timeZone)) return nothing
  const today = localDateAt(now, place.timeZone)
  if (await isRefresherDayPlanned(tx, practiceId, today)) return nothing
  // Half a day less: who was offered one in the late morning has waited their days when the early morning comes.
  const offeredSince = addMinutes(now, 12 * 60 - daysApart * 24 * 60)
  const wanted = { ...completionsToLookAt(today), after, limit }
  const turns = await listCompletedTurns(tx, practiceId, wanted, { today, offeredSince })
  const paused = await listReminderPauses(tx, practiceId, today)
  const last = turns.length < limit ? null : (turns.at(-1) ?? null)
  if (last === null) await insertRefresherRun(tx, practiceId, today, now)
  return { ...(await offerEach(tx, { place, today, now, origin, paused }, turns)), last }
}

async function offerEach(tx: Tx, day: Day, turns: readonly CompletedTurn[]): Promise<Offered> {
  const done = new Set<StaffMemberId>()
  const faults: unknown[] = []
  for (const turn of turns) {
    const moment = momentOn(turn, day.today)
    // One a morning: what else somebody completed waits for its turn.
    if (!moment || done.has(turn.staffMemberId)) continue
    const tried = await apart(tx, () => offer(tx, day, turn, moment))
    if ('fault' in tried) faults.push(tried.fault)
    else if (tried.value) done.add(turn.staffMemberId)
  }
  return { offered: done.size, faults }
}

/** Chooses, freezes and writes one refresher with its mail. False where none is offered. */
async function offer(tx: Tx, day: Day, turn: CompletedTurn, moment: OfferedMoment): Promise<boolean> {
  const { practiceId } = day.place
  const { personId, staffMemberId, endedOn } = turn
  // What somebody missed is read in their name, one person at a time.
  await enterPerson(tx, personId)
  const { wanted: isWanted } = await findRefresherWish(tx, personId)
  const facts = (await listStatusEvents(tx, [practiceId], staffMemberId)).get(staffMemberId) ?? []
  const isPaused = day.paused.has(staffMemberId)
  if (!mayBeOffered({ endedOn, facts, isPaused, isWanted }, day.today)) return false
  const chosen = choosePrompts(await candidates(tx, practiceId, turn, day.now))
  if (chosen.length === 0) return false
  const id = randomUUID() as RefresherId
  const random = seededRandom(id)
  const prompts = chosen.map(({ moduleVersionId, item }) => ({
    moduleVersionId,
    ...frozenItem(item, random),
  }))
  const { assignmentId, cycle } = turn
  const refresher = { id, staffMemberId, personId, assignmentId, cycle, ...moment, prompts }
  return insertRefresher(tx, practiceId, { ...refresher, mail: mailOf(day, turn, id) }, day.now)
}

async function candidates(
  tx: Tx,
  practiceId: PracticeId,
  turn: CompletedTurn,
  now: Instant,
): Promise<readonly PromptCandidate[]> {
  const histories = await listItemHistories(tx, practiceId, turn)
  return histories.map(({ met, moduleVersionId, ...item }) => {
    const wasMissed = met.some(({ isRight }) => !isRight)
    return { moduleVersionId, item, wasMissed, recall: recallAt(met, now) }
  })
}

/** Null for whoever can be sent none: the offer stands on their own page. */
function mailOf({ place, origin }: Day, turn: CompletedTurn, id: RefresherId) {
  const { personId, name, emailAddress, language } = turn
  if (emailAddress === null) return null
  const links = { link: `${origin}/reviews/${id}`, settings: `${origin}/account/reviews` }
  const words = composeMail('refresher', language, { name, practice: place.practiceName, ...links })
  const to = { personId, toName: name, toAddress: emailAddress }
  return { id: randomUUID(), kind: 'refresher', ...to, ...words } as const
}
