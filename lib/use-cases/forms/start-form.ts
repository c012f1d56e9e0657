import { randomBytes } from 'node:crypto'
import type { Context } from '#lib/context'
import { beginCycle } from '#lib/data/assign-tracks'
import { lockAssignment } from '#lib/data/submission'
import { type FormItem, insertForm, listCompletedVersions, listFormItems } from '#lib/data/track-form'
import type { StoredCycle } from '#lib/data/training'
import { findTurnRecord } from '#lib/data/turn'
import { localDateAt } from '#lib/domain/calendar'
import { frozenItem } from '#lib/domain/curriculum/draw-quiz'
import { seededRandom } from '#lib/domain/curriculum/seeded-random'
import type { AssignmentId, FormId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { type FormMoment, type FormStanding, formStanding } from '#lib/domain/training/track-forms'
import { hasBegun, versionsInUse } from '#lib/domain/training/track-progress'

export type StartFormRefusal = 'not-found' | 'before-first-day' | 'form-over' | 'form-skipped'

type Input = {
  readonly assignmentId: AssignmentId
  readonly moment: FormMoment
  /** Leaves it out, which is remembered and changes nothing else. */
  readonly isSkipped: boolean
}

/**
 * Begins the form before or after a training, frozen here, or finds the one that was begun; or leaves it out. It is once in a
 * turn, writes no evidence and no audit entry, and nothing that counts follows from it.
 */
export async function startForm(
  context: Context,
  { assignmentId, moment, isSkipped }: Input,
): Promise<Result<{ formId: FormId | null }, StartFormRefusal>> {
  const { tx, actor, now } = context
  await lockAssignment(tx, assignmentId)
  const record = await findTurnRecord(context, assignmentId)
  const standing = record && standingOf(record, moment)
  if (!record || !standing) return refuse('not-found')
  const settled = settledAlready(standing, isSkipped)
  if (settled) return settled
  const today = localDateAt(now, postOfRow(actor, record).timeZone)
  if (record.turn.startedOn > today) return refuse('before-first-day')
  if (moment === 'before' && record.cycle > record.turn.lastCycle) {
    await beginCycle(tx, record, record.cycle, now)
  }
  const form = { ...record, moment, cycle: cycleOf(record, moment) }
  const items = isSkipped ? [] : await frozenItems(context, record, form)
  // Its items were all retired since: there is nothing to ask.
  if (!isSkipped && items.length === 0) return refuse('form-over')
  return ok({ formId: await insertForm(tx, actor.personId, { ...form, items }, now) })
}

/** What there is to say where the form stood otherwise than on offer; undefined where it is begun now. */
function settledAlready(standing: FormStanding, isSkipped: boolean) {
  switch (standing.kind) {
    case 'begun':
    case 'done':
      return ok({ formId: standing.formId })
    case 'over':
      return refuse('form-over')
    case 'skipped':
      return isSkipped ? ok({ formId: null }) : refuse('form-skipped')
    case 'offered':
      return undefined
  }
}

/** The turn that the form is about: this one, or the one that was completed last. */
function cycleOf({ cycle, forms }: StoredCycle, moment: FormMoment): number {
  return moment === 'before' ? cycle : (forms.completedCycle ?? cycle)
}

const standingOf = (record: StoredCycle, moment: FormMoment) =>
  formStanding({ forms: record.forms, hasBegun: hasBegun(record) }, moment)

async function frozenItems(
  { tx }: Context,
  record: StoredCycle,
  form: Parameters<typeof listFormItems>[1],
): Promise<readonly FormItem[]> {
  const versions = form.moment === 'before' ? versionsInUse(record) : await listCompletedVersions(tx, form)
  const random = seededRandom(randomBytes(16).toString('hex'))
  const asked = await listFormItems(tx, form, versions)
  return asked.map(({ moduleVersionId, objectiveId, ...item }) => ({
    ...frozenItem({ ...item, objectiveId }, random),
    moduleVersionId,
    objectiveId,
  }))
}
