import { randomUUID } from 'node:crypto'
import { listStatusEvents } from '#lib/data/compliance-history'
import type { Database, Tx } from '#lib/data/database'
import { sumOfPractices } from '#lib/data/every-practice'
import { findPracticePlace, type PracticePlace } from '#lib/data/practice'
import { findRefresherWish } from '#lib/data/refresher'
import {
  type CompletedTurn,
  claimRefresherDay,
  insertRefresher,
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

type Surroundings = { readonly clock: () => Instant; readonly origin: string }

/**
 * Offers short reviews where a moment of a completed turn has come: once a day and practice, in the practice's morning, in a
 * transaction for each practice, as reminders are planned. A practice of sample people sends nothing by itself. Returns how
 * many were offered.
 */
export async function planRefreshers(db: Database, { clock, origin }: Surroundings): Promise<number> {
  return await sumOfPractices(db, (tx, practiceId) => planForPractice(tx, practiceId, clock(), origin))
}

type Day = {
  readonly place: PracticePlace
  readonly today: LocalDate
  readonly now: Instant
  readonly origin: string
  readonly paused: ReadonlyMap<StaffMemberId, ReminderPause>
}

async function planForPractice(
  tx: Tx,
  practiceId: PracticeId,
  now: Instant,
  origin: string,
): Promise<number> {
  const place = await findPracticePlace(tx, practiceId)
  const settings = await findReminderSettings(tx, practiceId)
  if (!place || place.isDemo || !settings.refreshersEnabled) return 0
  if (!isPlanningTime(settings, now, place.timeZone)) return 0
  const today = localDateAt(now, place.timeZone)
  if (!(await claimRefresherDay(tx, practiceId, today, now))) return 0
  // Half a day less: who was offered one in the late morning has waited their days when the early morning comes.
  const offeredSince = addMinutes(now, 12 * 60 - daysApart * 24 * 60)
  const turns = await listCompletedTurns(tx, practiceId, completionsToLookAt(today), { today, offeredSince })
  const paused = await listReminderPauses(tx, practiceId, today)
  const done = new Set<StaffMemberId>()
  for (const turn of turns) {
    const moment = momentOn(turn, today)
    // One a morning: what else somebody completed waits for its turn.
    if (!moment || done.has(turn.staffMemberId)) continue
    if (await offer(tx, { place, today, now, origin, paused }, turn, moment)) done.add(turn.staffMemberId)
  }
  return done.size
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
