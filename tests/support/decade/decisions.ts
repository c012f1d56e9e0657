import { localDateFrom, monthDayFrom } from '#lib/domain/calendar'
import type { Policy } from '#lib/domain/compliance/policy'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'

/** What a practice decides about a requirement, or what comes out anew of its content. */
export type Scene =
  | { readonly kind: 'require'; readonly name: string; readonly draft: Partial<RequirementDraft> }
  | {
      readonly kind: 'change'
      readonly name: string
      readonly draft: Partial<RequirementDraft>
      readonly appliesTo: Policy['appliesTo']
    }
  | { readonly kind: 'retire'; readonly name: string; readonly inDays: number }
  | { readonly kind: 'restore'; readonly name: string }
  | {
      readonly kind: 'publish'
      readonly trackId: string
      readonly version: number
      readonly change: 'clarifying' | 'material' | 'critical'
      readonly inDays: number
    }
  /** Every so-manieth person completes the short update. */
  | { readonly kind: 'update'; readonly trackId: string; readonly version: number; readonly skips: number }

export type Dated = readonly [day: string, scene: Scene]

const safetyRoles = ['nurse', 'front-desk', 'medical-assistant'] as const
const yearEnd = {
  cadence: 'fixed-date',
  fixedDate: monthDayFrom('12-31'),
  periodMonths: 12,
  minimumValidityMonths: 6,
} as const
const anniversary = { cadence: 'hire-anniversary', periodMonths: 12, minimumValidityMonths: 3 } as const

/** Ten years of one practice's decisions: two requirements, later three; new versions of rules and of content. */
export const decisions: readonly Dated[] = [
  ['2016-01-05', { kind: 'require', name: 'privacy', draft: { trackId: 'privacy' } }],
  [
    '2016-01-05',
    {
      kind: 'require',
      name: 'safety',
      draft: { trackId: 'safety', roles: safetyRoles, rhythm: { cadence: 'rolling', periodMonths: 24 } },
    },
  ],
  [
    '2017-03-06',
    {
      kind: 'require',
      name: 'north',
      draft: { trackId: 'safety', locations: ['North'], rhythm: { cadence: 'once' }, firstDueDays: 60 },
    },
  ],
  ['2017-09-04', { kind: 'publish', trackId: 'safety', version: 2, change: 'clarifying', inDays: 0 }],
  ['2018-09-03', { kind: 'publish', trackId: 'privacy', version: 2, change: 'material', inDays: 60 }],
  ['2018-10-01', { kind: 'update', trackId: 'privacy', version: 2, skips: 3 }],
  ['2018-11-26', { kind: 'update', trackId: 'privacy', version: 2, skips: 2 }],
  [
    '2019-06-03',
    {
      kind: 'change',
      name: 'privacy',
      draft: { rhythm: yearEnd, effectiveOn: localDateFrom('2019-07-01') },
      appliesTo: 'later-completions',
    },
  ],
  [
    '2020-02-03',
    {
      kind: 'change',
      name: 'safety',
      draft: { graceDays: 30, rhythm: { cadence: 'rolling', periodMonths: 12 } },
      appliesTo: 'later-completions',
    },
  ],
  ['2021-05-03', { kind: 'publish', trackId: 'safety', version: 3, change: 'critical', inDays: 30 }],
  [
    '2021-10-04',
    {
      kind: 'change',
      name: 'privacy',
      draft: { rhythm: anniversary, windowMonths: 3 },
      appliesTo: 'later-completions',
    },
  ],
  [
    '2022-04-04',
    {
      kind: 'change',
      name: 'safety',
      draft: { rhythm: { cadence: 'rolling', periodMonths: 18 }, roles: [...safetyRoles, 'clinician'] },
      appliesTo: 'all',
    },
  ],
  ['2023-03-06', { kind: 'retire', name: 'north', inDays: 14 }],
  ['2023-04-03', { kind: 'restore', name: 'north' }],
  ['2023-10-02', { kind: 'retire', name: 'north', inDays: 0 }],
  [
    '2024-02-05',
    {
      kind: 'change',
      name: 'privacy',
      draft: {
        rhythm: { cadence: 'rolling', periodMonths: 12 },
        windowDays: 45,
        effectiveOn: localDateFrom('2024-01-15'),
      },
      appliesTo: 'later-completions',
    },
  ],
]

/** The other practice asks for one track every year, and changes its mind once. */
export const otherDecisions: readonly Dated[] = [
  ['2016-01-05', { kind: 'require', name: 'privacy', draft: { trackId: 'privacy' } }],
  [
    '2020-08-03',
    { kind: 'change', name: 'privacy', draft: { graceDays: 0 }, appliesTo: 'later-completions' },
  ],
]
