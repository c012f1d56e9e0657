import { getTranslations } from 'next-intl/server'
import type { ComplianceStatus } from '#lib/domain/compliance/answer'

type Tone = 'good' | 'plain' | 'accent' | 'notice' | 'danger'

const tones: Record<Tone, string> = {
  good: 'bg-good-soft text-good border-good',
  plain: 'bg-surface text-muted border-line',
  accent: 'bg-accent-soft text-accent border-accent',
  notice: 'bg-notice text-ink border-notice-line',
  danger: 'bg-danger-soft text-danger border-danger',
}

// Drawn in a square of 16 units, so that the shape alone tells the status where colours do not.
const shapes = {
  tick: 'M3 8.5l3.2 3.2L13 5',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 5v3.2l2.2 1.3',
  ring: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10',
  half: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10M8 3v10M10 3.4v9.2M12 5v6',
  alert: 'M8 2.5L14 13H2zM8 6.5v3M8 11.2v.3',
  cross: 'M4 4l8 8M12 4l-8 8',
  pause: 'M6 4v8M10 4v8',
  dash: 'M4 8h8',
}

const looks: Record<ComplianceStatus, { readonly tone: Tone; readonly shape: keyof typeof shapes }> = {
  compliant: { tone: 'good', shape: 'tick' },
  'renewal-open': { tone: 'good', shape: 'clock' },
  'in-progress': { tone: 'accent', shape: 'half' },
  'not-started': { tone: 'plain', shape: 'ring' },
  'in-grace': { tone: 'notice', shape: 'alert' },
  overdue: { tone: 'danger', shape: 'cross' },
  lapsed: { tone: 'danger', shape: 'cross' },
  'on-leave': { tone: 'plain', shape: 'pause' },
  exempt: { tone: 'plain', shape: 'pause' },
  'not-required': { tone: 'plain', shape: 'dash' },
}

/** A status in words, a colour and a shape. */
export async function StatusMark({ status }: { status: ComplianceStatus }) {
  const t = await getTranslations('practice')
  const { tone, shape } = looks[status]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-sm font-medium whitespace-nowrap ${tones[tone]}`}
    >
      <svg aria-hidden="true" className="size-4" fill="none" stroke="currentColor" viewBox="0 0 16 16">
        <path d={shapes[shape]} strokeLinecap="round" strokeLinejoin="round" strokeWidth="1.75" />
      </svg>
      {t(`status.${status}`)}
    </span>
  )
}
