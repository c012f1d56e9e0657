import { addDays, type Instant, instantFrom, type LocalDate, momentAt, weekdayOf } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'
import type { openJobRunner } from '#tests/support/decade/job-runner'
import type { Happening, Troupe } from '#tests/support/decade/simulation'

type Runner = Awaited<ReturnType<typeof openJobRunner>>
type Scripted = Troupe & { readonly script: ReadonlyMap<LocalDate, readonly Happening[]> }
type Stage = {
  readonly troupes: readonly Scripted[]
  readonly runner: Runner
  /** At the end of a day on which something happened, when everything is derived. */
  readonly evening: (day: LocalDate, at: Instant) => Promise<void>
}

// On Mondays everything: what comes at night is caught up in the morning, since the practice's computer is off until then.
const onMondays = [
  'settle-projection',
  'remove-expired',
  'keep-posts',
  'plan-reminders',
  'bring-up-projection',
]
const onDaysOfReminders = ['plan-reminders', 'bring-up-projection']
const onOtherDays = ['bring-up-projection']
const afterReminders = ['send-mail']

/**
 * Lets the days pass, one after the other. The worker is on on Mondays, whenever something happens, and when somebody may
 * have to be reminded. Days on which nothing happens are checked together, each for itself, against what was stored before.
 */
export async function playDays(stage: Stage, from: LocalDate, through: LocalDate): Promise<void> {
  let checkedThrough = addDays(from, -1)
  for (let day = from; day <= through; day = addDays(day, 1)) {
    if (weekdayOf(day) === 1) for (const troupe of stage.troupes) troupe.replan(day)
    const happenings = happeningsOn(stage, day)
    const isQuiet = happenings.length === 0
    if (!isQuiet) {
      await checkQuiet(stage, addDays(checkedThrough, 1), day)
      checkedThrough = day
    }
    await playDay(stage, day, happenings)
    if (!isQuiet) await endDay(stage, day, happenings)
  }
  await checkQuiet(stage, addDays(checkedThrough, 1), through)
}

type Staged = Happening & { readonly troupe: Scripted }

function happeningsOn({ troupes }: Stage, day: LocalDate): readonly Staged[] {
  return troupes
    .flatMap((troupe) =>
      [...(troupe.script.get(day) ?? []), ...troupe.on(day)].map((each) => ({ ...each, troupe })),
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
}

const noonOf = (day: LocalDate): Instant => instantFrom(`${day}T18:45:00Z`)
const eveningOf = (day: LocalDate): Instant => momentAt(day, '23:45', 'America/Chicago')

async function playDay(stage: Stage, day: LocalDate, happenings: readonly Staged[]): Promise<void> {
  const { runner, troupes } = stage
  const noon = noonOf(day)
  const play = async (after: string, before: string) => {
    for (const each of happenings) {
      if (each.at < after || each.at >= before) continue
      each.troupe.note(each.what, await each.play())
    }
  }
  await play('', noon)
  const isMonday = weekdayOf(day) === 1
  const reminds = isMonday || troupes.some((troupe) => troupe.remindsOn(day))
  if (reminds) {
    await runner.run(isMonday ? onMondays : onDaysOfReminders, noon)
    await runner.run(afterReminders, noon)
  }
  await play(noon, '9999')
  if (happenings.length > 0) await runner.run(onOtherDays, eveningOf(day))
}

/** Nothing was recorded since: every day, this one's morning included, is told by what has been stored before it. */
async function checkQuiet({ troupes }: Stage, from: LocalDate, through: LocalDate): Promise<void> {
  for (const { practice } of troupes) {
    practice.ledger.check(from, through)
    await practice.ledger.recount(through, through)
  }
}

async function endDay(stage: Stage, day: LocalDate, happenings: readonly Staged[]): Promise<void> {
  const at = eveningOf(day)
  for (const troupe of stage.troupes) {
    const { ledger, staff } = troupe.practice
    const whom = happenings.filter((each) => each.troupe === troupe).map((each) => each.whom)
    if (whom.length === 0) continue
    const ids = whom.map((each) => (staff.get(each)?.staffMemberId ?? each) as StaffMemberId)
    await ledger.read(at, whom.includes('everyone') ? 'everyone' : [...new Set(ids)])
    ledger.check(day, day)
    await ledger.recount(day, addDays(day, 40))
    troupe.replan(day)
  }
  await stage.evening(day, at)
}
