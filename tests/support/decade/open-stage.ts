import { inTransaction } from '#lib/data/database'
import { insertTrackVersion } from '#lib/data/library'
import {
  addDays,
  daysBetween,
  type Instant,
  instantFrom,
  type LocalDate,
  localDateFrom,
} from '#lib/domain/calendar'
import { chancesFrom } from '#tests/support/decade/chances'
import { decisions, otherDecisions } from '#tests/support/decade/decisions'
import { openJobRunner } from '#tests/support/decade/job-runner'
import { openMemory, someDayBefore } from '#tests/support/decade/memory'
import { playDays } from '#tests/support/decade/play-days'
import { foundPractice } from '#tests/support/decade/practice'
import { scriptOf } from '#tests/support/decade/script'
import { openTroupe } from '#tests/support/decade/simulation'
import { lives } from '#tests/support/decade/story'
import type { World } from '#tests/support/world'

const whole = { from: localDateFrom('2016-01-05'), through: localDateFrom('2026-01-04') }
const founded = instantFrom('2016-01-04T18:00:00Z')
const founders = 9

const names = [
  ...['Ada North', 'Ben Ruiz', 'Cleo Hart', 'Dora Lind', 'Evan Moss', 'Fay Okoro', 'Gus Pine', 'Hana Sato'],
  ...['Ivo Berg', 'Jana Cole', 'Kai Voss', 'Lena Frey', 'Milo Dane', 'Nora Bell', 'Omar Haddad', 'Pia Wolf'],
  ...['Quin Shaw', 'Rosa Diaz', 'Sam Ortiz', 'Tara Finn', 'Uma Roy', 'Vera Kim', 'Will Nash', 'Yara Lund'],
]
// Ada works at both: what she does at one is nothing to the other.
const otherNames = ['Ada North', 'Noa Kai', 'Lani Kahale']

/** Plays ten years at two practices, and hands out what there is to look at afterwards. */
export async function playDecade(world: World) {
  await publish(world)
  const main = await foundPractice(world, 'Gateway Family Practice', 'America/Chicago', founded)
  const other = await foundPractice(world, 'Aloha Dental', 'Pacific/Honolulu', founded)
  const troupe = {
    ...openTroupe(main, lives(names, founders, whole, 2016), whole, 1),
    script: scriptOf(main, decisions),
  }
  const others = {
    ...openTroupe(other, lives(otherNames, otherNames.length, whole, 99), whole, 2),
    script: scriptOf(other, otherDecisions),
  }
  const memory = openMemory(main.ledger)
  const chances = chancesFrom(42)
  const misfits: string[] = []

  async function evening(day: LocalDate, at: Instant): Promise<void> {
    if (chances.in100(60)) memory.remember(someDayBefore(day, whole.from, chances), at)
    if (!isQuarterFrom(day)) return
    memory.foretell(day)
    misfits.push(...memory.mistold(day))
    // Nobody is touched by what is recorded about somebody else, at this practice or the other.
    for (const { ledger } of [main, other]) await ledger.readAgain(at)
  }
  const isQuarterFrom = everyDays(90)

  const runner = await openJobRunner(world, async () => ({ kind: 'sent' }))
  await playDays({ troupes: [troupe, others], runner, evening }, whole.from, whole.through)
  await runner.stop()
  return { main, other, troupe, others, memory, misfits }
}

/** True once in so many days, on the first day that is asked about after they have passed. */
function everyDays(days: number): (day: LocalDate) => boolean {
  let last = addDays(whole.from, -days)
  return (day) => {
    if (daysBetween(last, day) < days) return false
    last = day
    return true
  }
}

/** Two tracks of one module each. */
async function publish({ owner }: World): Promise<void> {
  await inTransaction(owner, async (tx) => {
    for (const [id, module] of [
      ['privacy', 'm1'],
      ['safety', 'm2'],
    ] as const) {
      const words = { id, version: 1, title: id, summary: id, changeKind: 'initial', modules: [module] }
      await insertTrackVersion(tx, { ...words, contentHash: id }, founded)
    }
  })
}
