import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { listRequirements } from '#lib/data/compliance-history'
import {
  findReminderSettings,
  insertReminderSettings,
  type StoredReminderSettings,
} from '#lib/data/reminder-settings'
import { membershipWith } from '#lib/domain/access/actor'
import {
  type ReminderSettings,
  type ReminderSettingsProblem,
  reminderSettingsProblem,
} from '#lib/domain/compliance/reminder-settings'
import type { RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ChangeReminderSettingsRefusal =
  | ReminderSettingsProblem
  | 'not-found'
  | 'reminder-settings-changed-meanwhile'

type Input = Omit<ReminderSettings, 'requirementsOff'> & {
  readonly practiceId: string
  /** The version that stood on the page; 0 for Beacon's own. */
  readonly after: number
  /** Requirements whose reminders stay on. */
  readonly requirementsOn: readonly string[]
}

/**
 * Adds a version of the settings: what stood before is kept. Sending the same twice adds one. A change that the author did
 * not see is not written over.
 */
export async function changeReminderSettings(
  { tx, now, actor }: Context,
  { practiceId: wanted, after, requirementsOn, ...chosen }: Input,
): Promise<Result<null, ChangeReminderSettingsRefusal>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const known = (await listRequirements(tx, [practiceId])).map(({ id }) => id)
  const daysBefore = [...new Set(chosen.daysBefore)].toSorted((a, b) => b - a)
  const requirementsOff = known.filter((id) => !requirementsOn.includes(id))
  const settings: ReminderSettings = { ...chosen, daysBefore, requirementsOff }
  const problem = reminderSettingsProblem(settings)
  if (problem) return refuse(problem)
  if (!(await insertReminderSettings(tx, practiceId, actor.personId, { settings, after }, now))) {
    const newest = await findReminderSettings(tx, practiceId)
    return saysTheSame(newest, settings, known) ? ok(null) : refuse('reminder-settings-changed-meanwhile')
  }
  const deed = { kind: 'reminder-settings-changed', version: after + 1 } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

/** Requirements that are gone say nothing. */
function saysTheSame(
  { version: _, ...newest }: StoredReminderSettings,
  settings: ReminderSettings,
  known: readonly RequirementId[],
): boolean {
  const plain = (each: ReminderSettings) => {
    const requirementsOff = known.filter((id) => each.requirementsOff.includes(id))
    return JSON.stringify(Object.entries({ ...each, requirementsOff }).toSorted())
  }
  return plain(newest) === plain(settings)
}
