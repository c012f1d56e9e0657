import { wordsOf } from '#components/ui/words'
import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import type { CompletionPreview } from '#lib/domain/compliance/preview-completion'
import type { OwedUpdate } from '#lib/domain/training/track-update'

type FormatDay = (on: string) => string

/** What is owed and by when, as a sentence to its holder. Null where no requirement asks. */
export async function statusWords(answer: ComplianceAnswer | null, formatDay: FormatDay): Promise<string> {
  const t = await wordsOf('training')
  if (!answer) return t('status.notAsked')
  const day = (on: string | null) => (on === null ? '' : formatDay(on))
  const { dueOn, validThrough, opensOn, because } = answer
  const [due, valid] = [day(dueOn), day(validThrough)]
  if (because.rule === 'update-missed') return t('status.updateMissed', { due: day(because.updateDueOn) })
  if (because.rule === 'in-grace-after-update-due')
    return t('status.updateInGrace', { due: day(because.updateDueOn), grace: day(because.graceThrough) })
  switch (answer.status) {
    case 'overdue':
      return t('status.overdue', { due })
    case 'lapsed':
      return t('status.lapsed', { due, validThrough: valid })
    case 'in-grace':
      return t('status.inGrace', { due, grace: day(because.graceThrough) })
    case 'not-started':
    case 'in-progress':
      return t('status.due', { due })
    case 'renewal-open':
      return t('status.renewalOpen', { due, validThrough: valid })
    case 'compliant':
      return validThrough === null
        ? t('status.currentForGood')
        : t('status.current', { validThrough: valid, opensOn: day(opensOn) })
    case 'exempt':
      return t('status.exempt', { through: day(because.excusedThrough) })
    case 'on-leave':
      return t('status.onLeave', { through: day(because.excusedThrough) })
    case 'not-required':
      return t('status.notAsked')
  }
}

/** That the track changed since it was completed, and what is owed for it. Null where nothing is. */
export async function updateWords(update: OwedUpdate | null, formatDay: FormatDay): Promise<string | null> {
  if (!update) return null
  const t = await wordsOf('changes')
  const values = { day: formatDay(update.by) }
  return update.lesson ? t('update.owed', values) : t('update.owedAnew', values)
}

/** The same for somebody of whom nothing is asked now: what doing it early would give. */
export async function againWords(
  preview: CompletionPreview | null,
  formatDay: FormatDay,
): Promise<string | null> {
  const t = await wordsOf('training')
  return preview?.kind === 'earns' && preview.validThrough !== null
    ? t('preview.again', { validThrough: formatDay(preview.validThrough) })
    : previewWords(preview?.kind === 'earns-nothing' ? preview : null, formatDay)
}

/** What a completion today would give, said before anybody begins. Null where it cannot count. */
export async function previewWords(
  preview: CompletionPreview | null,
  formatDay: FormatDay,
): Promise<string | null> {
  const t = await wordsOf('training')
  switch (preview?.kind) {
    case 'earns':
      return preview.validThrough === null
        ? t('preview.forGood')
        : untilWords(t, preview.validThrough, preview.cliff, formatDay)
    case 'earns-nothing':
      return t('preview.nothing', { opensOn: formatDay(preview.opensOn) })
    case 'not-employed':
    case 'no-policy':
    case undefined:
      return null
  }
}

/** With the day from which waiting would give another date, where a calendar has one. */
function untilWords(
  t: Awaited<ReturnType<typeof wordsOf>>,
  validThrough: LocalDate,
  cliff: Extract<CompletionPreview, { readonly kind: 'earns' }>['cliff'],
  formatDay: FormatDay,
): string {
  const until = t('preview.until', { validThrough: formatDay(validThrough) })
  if (cliff === null) return until
  const [lastOn, from] = [formatDay(cliff.lastOn), formatDay(addDays(cliff.lastOn, 1))]
  return `${until} ${t('preview.cliff', { lastOn, from, nextThrough: formatDay(cliff.nextThrough) })}`
}
