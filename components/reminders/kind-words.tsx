import { getTranslations } from 'next-intl/server'
import { reminderKindParts } from '#lib/domain/compliance/reminder-schedule'

/** Says which of the reminders of a turn one is. */
export async function kindWords(): Promise<(kind: string) => string> {
  const t = await getTranslations('practice')
  return (kind) => {
    const { name, days } = reminderKindParts(kind)
    return t(`reminderKind.${name}` as 'reminderKind.before', { days })
  }
}
