import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertReminderText, listReminderTexts } from '#lib/data/reminder-settings'
import { membershipWith } from '#lib/domain/access/actor'
import type { Language } from '#lib/domain/language'
import {
  type ReminderMoment,
  type ReminderText,
  type ReminderTextProblem,
  reminderTextProblems,
} from '#lib/domain/mail/reminder-text'
import { ok, type Result, refuse } from '#lib/domain/result'

export type WriteReminderTextRefusal = ReminderTextProblem | 'not-found' | 'reminder-text-changed-meanwhile'

type Input = {
  readonly practiceId: string
  readonly language: Language
  readonly moment: ReminderMoment
  /** The version that stood on the page; 0 where there was none. */
  readonly after: number
  /** Null goes back to Beacon's own words. */
  readonly text: ReminderText | null
}

/** Adds a version of a text: what stood before is kept, with its author. Sending the same words twice adds one. */
export async function writeReminderText(
  { tx, now, actor }: Context,
  { practiceId: wanted, text, language, moment, after }: Input,
): Promise<Result<null, WriteReminderTextRefusal>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const [problem] = text ? reminderTextProblems(text) : []
  if (problem) return refuse(problem)
  const written = { language, moment, text, after }
  if (!(await insertReminderText(tx, practiceId, actor.personId, written, now))) {
    const [newest] = await listReminderTexts(tx, practiceId, { language, moment })
    const isSame = newest?.text?.subject === text?.subject && newest?.text?.body === text?.body
    return isSame ? ok(null) : refuse('reminder-text-changed-meanwhile')
  }
  const deed = { kind: 'reminder-text-changed', language, moment, version: after + 1 } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
