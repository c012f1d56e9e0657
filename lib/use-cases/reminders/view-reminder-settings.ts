import type { Context } from '#lib/context'
import { listRequirements } from '#lib/data/compliance-history'
import {
  findReminderSettings,
  listReminderTexts,
  type StoredReminderSettings,
} from '#lib/data/reminder-settings'
import { membershipWith } from '#lib/domain/access/actor'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { type Language, languages } from '#lib/domain/language'
import { ownReminderText, type ReminderMoment, reminderMoments } from '#lib/domain/mail/reminder-text'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ReminderSettingsView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly timeZone: string
  readonly settings: StoredReminderSettings
  readonly requirements: readonly { readonly id: RequirementId; readonly name: string }[]
  /** Each text that may be worded, and whether the practice words it itself. */
  readonly texts: readonly {
    readonly language: Language
    readonly moment: ReminderMoment
    readonly isOwn: boolean
  }[]
}

/** When the practice's people are reminded, and in whose words. */
export async function viewReminderSettings(
  { tx, actor }: Context,
  input: { practiceId: string },
): Promise<Result<ReminderSettingsView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const requirements = await listRequirements(tx, [practiceId])
  const own = ownReminderText(await listReminderTexts(tx, practiceId))
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    timeZone,
    settings: await findReminderSettings(tx, practiceId),
    requirements: requirements.map(({ id, name }) => ({ id, name })),
    texts: languages.flatMap((language) =>
      reminderMoments.map((moment) => ({ language, moment, isOwn: own(language, moment) !== undefined })),
    ),
  })
}
