import { daysBetween, type Instant, type LocalDate, momentAt } from '#lib/domain/calendar'
import { chancesFrom } from '#tests/support/decade/chances'
import { playDeed } from '#tests/support/decade/deeds'
import { beginTrack, completeTrack } from '#tests/support/decade/learning'
import type { Line } from '#tests/support/decade/ledger'
import type { Staff, StoryPractice } from '#tests/support/decade/practice'
import type { Life } from '#tests/support/decade/story'
import { clockDaysOf, planTraining, type TrainingPlan } from '#tests/support/decade/training-plan'

/** Something that is done at a practice at a moment. */
export type Happening = {
  readonly at: Instant
  readonly what: string
  /** A name, the id of a staff member, or `everyone` where it is a requirement or its content. */
  readonly whom: string
  /** Returns `done`, or why it could not be. */
  readonly play: () => Promise<string>
}

/** The part of the story that one practice plays, day by day. */
export type Troupe = ReturnType<typeof openTroupe>

type Whole = { readonly from: LocalDate; readonly through: LocalDate }

export function openTroupe(practice: StoryPractice, lives: readonly Life[], whole: Whole, seed: number) {
  const { zone, ledger } = practice
  const chances = chancesFrom(seed)
  const clockDays = clockDaysOf(zone, whole.from, whole.through)
  const habitOf = new Map(lives.map(({ who, habit }) => [who, habit]))
  const deeds = Map.groupBy(
    lives.flatMap(({ planned }) => planned),
    ({ on }) => on,
  )
  const plans = new Map<string, TrainingPlan>()
  const outcomes = new Map<string, number>()

  /** Who owes something and has no plan for it yet makes one. */
  function replan(today: LocalDate): void {
    for (const who of practice.staff.values())
      for (const line of ledger.linesOf(who.staffMemberId)) replanLine(who, line, today)
  }

  function replanLine(who: Staff, line: Line, today: LocalDate): void {
    const answer = shownOn(line, today)
    if (!answer || plans.get(line.key)?.dueOn === answer.dueOn) return
    const plan = planTraining(answer, habitOf.get(who.name) ?? 'in-time', { today, clockDays }, chances)
    if (plan) plans.set(line.key, plan)
    else plans.delete(line.key)
  }

  const trainingOn = (day: LocalDate): readonly Happening[] =>
    [...plans].flatMap(([key, plan]) => {
      const line = ledger.lines.get(key)
      const who = practice.staff.values().find((each) => each.staffMemberId === line?.staffMemberId)
      if (!line || !who || shownOn(line, day)?.status === 'not-required') return []
      if (plan.on === day) plans.delete(key)
      return trainingOf(practice, who, line, plan, day)
    })

  function deedsOn(day: LocalDate): readonly Happening[] {
    const at = momentAt(day, '10:00', zone)
    return (deeds.get(day) ?? []).map(({ who, deed }) => {
      return { at, what: deed.kind, whom: who, play: () => playDeed(practice, who, deed, at) }
    })
  }

  /** Counts what became of a happening. */
  function note(what: string, outcome: string): void {
    const name = `${what}: ${outcome}`
    outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
  }

  const remindsOn = (day: LocalDate) => [...ledger.lines.values()].some((line) => mayRemind(line, day))
  const on = (day: LocalDate) => [...deedsOn(day), ...trainingOn(day)]
  return { practice, outcomes, note, replan, remindsOn, on }
}

const shownOn = (line: Line, day: LocalDate) =>
  line.spans.find(({ from, through }) => from <= day && (through === null || day <= through))?.answer

/** What a plan brings on a day: the beginning, or all of it. */
function trainingOf(
  { world, zone, actorOf }: StoryPractice,
  who: Staff,
  { requirement }: Line,
  { on, beginsOn, time }: TrainingPlan,
  day: LocalDate,
): readonly Happening[] {
  const { trackId } = requirement
  const whom = who.staffMemberId
  if (on === day) {
    const at = momentAt(day, time, zone)
    const play = async () => told(await completeTrack(world, actorOf(who), trackId, at))
    return [{ at, what: `complete ${time}`, whom, play }]
  }
  if (beginsOn !== day) return []
  const at = momentAt(day, '15:00', zone)
  const play = async () => told(await beginTrack(world, actorOf(who), trackId, at))
  return [{ at, what: 'begin', whom, play }]
}

const excused: ReadonlySet<string> = new Set(['not-required', 'exempt', 'on-leave'])

/** Whether a reminder's day may have come: thirty, fourteen or one day before a due date, the day after, or an opening. */
function mayRemind(line: Line, day: LocalDate): boolean {
  const answer = shownOn(line, day)
  if (!answer?.dueOn || excused.has(answer.status)) return false
  return day === answer.opensOn || [30, 14, 1, -1].includes(daysBetween(day, answer.dueOn))
}

const told = (result: { ok: true } | { ok: false; refusal: string }) => (result.ok ? 'done' : result.refusal)
