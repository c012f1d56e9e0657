import { checkDraft } from '#lib/content/authoring/check-draft'
import { findDraft } from '#lib/data/authored'
import { type Database, inTransaction, type Tx } from '#lib/data/database'
import { findDraftToCheck } from '#lib/data/draft-to-check'
import { findTimeZone } from '#lib/data/planned-changes'
import { listPlannedDrafts } from '#lib/data/planned-publication'
import { listPracticeIds } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import { spendTry } from '#lib/data/throttle'
import type { Throttle } from '#lib/domain/access/throttle'
import type { HoldCause } from '#lib/domain/authoring/draft-state'
import { tookTooLong } from '#lib/domain/authoring/gates'
import { localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import type { JobHandler, Surroundings } from '#lib/jobs/job'
import { log } from '#lib/system/log'
import { holdBackPublication } from '#lib/use-cases/authoring/end-publication-plan'
import { mailAboutDraft } from '#lib/use-cases/authoring/mail-about-draft'
import { publishPlanned } from '#lib/use-cases/authoring/publish-draft'

type Work = Pick<Surroundings, 'clock' | 'settings'> & { readonly db: Database }
type Planned = { readonly practiceId: PracticeId; readonly draftId: string }

/**
 * Publishes what was planned for a day that has come at its practice, each in a transaction of its own: after hours without a
 * worker, too, and once. One that fails keeps no other back.
 */
export const publishAllPlanned: JobHandler = async ({ database, clock, settings }) => {
  const db = await database()
  const work = { db, clock, settings }
  for (const practiceId of await inTransaction(db, listPracticeIds)) {
    const due = await within(db, practiceId, async (tx) => {
      const timeZone = await findTimeZone(tx, practiceId)
      return timeZone === null ? [] : listPlannedDrafts(tx, practiceId, localDateAt(clock(), timeZone))
    })
    for (const draftId of due) {
      try {
        await publishOne(work, { practiceId, draftId })
      } catch (fault) {
        log.error({ fault, draftId }, 'a planned publication failed')
      }
    }
  }
}

const within = <Value>(db: Database, practiceId: PracticeId, work: (tx: Tx) => Promise<Value>) =>
  inTransaction(
    db,
    async (tx) => {
      await enterPractice(tx, practiceId)
      return await work(tx)
    },
    60_000,
  )

/** What was refused after something of it was written: thrown, so that nothing of it stays. */
class Refused extends Error {
  readonly refusal: string
  constructor(refusal: string) {
    super(refusal)
    this.refusal = refusal
  }
}

async function publishOne(work: Work, { practiceId, draftId }: Planned) {
  const { db, clock, settings } = work
  const toCheck = await within(db, practiceId, async (tx) => {
    const draft = await findDraft(tx, practiceId, draftId)
    return draft && findDraftToCheck(tx, practiceId, draft)
  })
  const checked = toCheck && (await checkDraft(toCheck))
  // Others are being checked: the next look finds it again.
  if (!checked) return
  if (tookTooLong(checked.gates)) {
    if (await spendTry(db, slowThrottle(draftId)))
      await holdBack(work, { practiceId, draftId }, 'checks-slow')
    return
  }
  try {
    await within(db, practiceId, async (tx) => {
      const now = clock()
      const done = await publishPlanned({ tx, now }, practiceId, draftId, checked)
      if (done && !done.ok) throw new Refused(done.refusal)
      if (done) await mailAboutDraft({ tx, now, settings: settings() }, practiceId, draftId)
    })
  } catch (fault) {
    const cause = fault instanceof Refused ? causeOf(fault.refusal) : undefined
    if (!cause) throw fault
    await holdBack(work, { practiceId, draftId }, cause)
  }
}

const holdBack = ({ db, clock, settings }: Work, { practiceId, draftId }: Planned, cause: HoldCause) =>
  within(db, practiceId, async (tx) => {
    const now = clock()
    const isHeld = await holdBackPublication({ tx, now }, practiceId, draftId, cause)
    if (isHeld) await mailAboutDraft({ tx, now, settings: settings() }, practiceId, draftId)
  })

/** What takes too long to read is tried at the next look once more, and then once more. */
const slowThrottle = (draftId: string): Throttle => ({
  key: `slow-publication:${draftId}`,
  points: 2,
  withinSeconds: 12 * 60 * 60,
})

function causeOf(refusal: string): HoldCause | undefined {
  if (refusal === 'checks-block' || refusal === 'retired') return refusal
  if (refusal.endsWith('-reason-missing')) return 'reason-missing'
  return refusal.startsWith('change-day') ? 'change-day' : undefined
}
