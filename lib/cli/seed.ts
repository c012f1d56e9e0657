import { playPractice } from '#lib/cli/cast/play-practice'
import { readRightAnswers } from '#lib/cli/cast/right-answers'
import { checkout } from '#lib/cli/checkout'
import { withDatabase } from '#lib/cli/context'
import { type Database, inTransaction } from '#lib/data/database'
import { findSignIn } from '#lib/data/person'
import { type Instant, localDateAt } from '#lib/domain/calendar'
import { now as clock } from '#lib/system/clock'
import { type Settings, settings } from '#lib/system/env'
import { type CastPractice, cast, castPassword } from '#prisma/cast'

/**
 * Plays in the cast, once: two practices and their past as it would be on the day of `now`, by the use cases that people use.
 * All or nothing; a second time changes nothing. The library must be published. Returns whether it played.
 */
export async function seedCast(db: Database, configured: Settings, now: Instant): Promise<boolean> {
  const practices = cast(localDateAt(now, 'America/Chicago'))
  const [first] = practices
  const isThere = first && (await inTransaction(db, (tx) => findSignIn(tx, first.founder.emailAddress)))
  if (isThere) return false
  const rightAnswers = readRightAnswers(checkout)
  const play = async (tx: Parameters<typeof findSignIn>[0]) => {
    for (const practice of practices)
      await playPractice({ tx, settings: configured, now }, practice, rightAnswers)
  }
  // A whole past in one transaction takes longer than any request may.
  await db.$transaction(play, { maxWait: 10_000, timeout: 300_000 })
  return true
}

/** For the start with `--demo`. Returns what to print: whom one can sign in as. */
export async function playCast(): Promise<string> {
  const at = clock()
  const played = await withDatabase(settings().databaseUrl, (db) => seedCast(db, settings(), at))
  const practices = cast(localDateAt(at, 'America/Chicago'))
  return [
    played ? 'Sample people played in' : 'Sample people are there',
    ...practices.flatMap(peopleToBe),
    `    Password of every sample person: ${castPassword}`,
  ].join('\n')
}

function peopleToBe({ name, founder, staff }: CastPractice): readonly string[] {
  const able = [founder, ...staff].filter(
    ({ scenes }) => scenes.length > 0 && !scenes.some(({ does }) => does === 'leaves-the-practice'),
  )
  return [`  ${name}`, ...able.map((each) => `    ${each.emailAddress}: ${each.situation}`)]
}
