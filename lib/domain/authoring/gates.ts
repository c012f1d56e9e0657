import type { Language } from '#lib/domain/language'

/**
 * What stands between a draft and its readers. The names are stable: they are stored with each published version. A gate that
 * blocks is mended; one that advises may be passed with a reason of its own.
 */
export const gateSeverities = {
  files: 'blocking',
  lessons: 'blocking',
  'objectives-taught': 'blocking',
  'objectives-tested': 'blocking',
  quiz: 'blocking',
  sources: 'blocking',
  contacts: 'blocking',
  'alternative-text': 'blocking',
  'dangerous-statements': 'blocking',
  'respectful-words': 'blocking',
  'case-graph': 'blocking',
  size: 'blocking',
  'lessons-cite': 'advisory',
  'plain-words': 'advisory',
  translation: 'advisory',
} as const satisfies Readonly<Record<string, 'blocking' | 'advisory'>>

export type GateId = keyof typeof gateSeverities
export type GateSeverity = (typeof gateSeverities)[GateId]
export type AdvisoryGate = {
  [Gate in GateId]: (typeof gateSeverities)[Gate] extends 'advisory' ? Gate : never
}[GateId]

export const gateIds = Object.keys(gateSeverities) as readonly GateId[]
export const advisoryGates = gateIds.filter(
  (gate): gate is AdvisoryGate => gateSeverities[gate] === 'advisory',
)

const ofOneKind: Partial<Record<GateId, 'module' | 'case'>> = {
  lessons: 'module',
  'objectives-taught': 'module',
  'objectives-tested': 'module',
  quiz: 'module',
  'alternative-text': 'module',
  'lessons-cite': 'module',
  'case-graph': 'case',
}

/** The gates that a draft of this kind passes. */
const gatesOf = (kind: 'module' | 'case'): readonly GateId[] =>
  gateIds.filter((gate) => (ofOneKind[gate] ?? kind) === kind)

/** Where in a draft a finding stands, as people call it. */
export type FindingPlace =
  | { readonly kind: 'lesson'; readonly number: number; readonly name: string }
  | { readonly kind: 'item'; readonly number: number; readonly itemId: string }
  | { readonly kind: 'about' | 'outline' | 'quiz' | 'picture' | 'case' | 'whole' }

export type GateFinding = {
  readonly gate: GateId
  /** What was found, where people have words for it in their language; null where only `message` says it. */
  readonly code: string | null
  /** What the words of the code name. */
  readonly values: Readonly<Record<string, string>>
  readonly place: FindingPlace
  /** Of the translation that it stands in; null for the text itself. */
  readonly translation: Language | null
  /** The path within the draft. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** In English, as the pipeline says it. */
  readonly message: string
}

export type GateResult = {
  readonly gate: GateId
  readonly severity: GateSeverity
  /** The first of them. */
  readonly findings: readonly GateFinding[]
  /** How many there are in all; none means passed. */
  readonly count: number
  /** False where nothing was found since the files could not be read: then nothing is passed either. */
  readonly isKnown: boolean
  /** Why it was passed all the same; only of a gate that advises, once published. */
  readonly reason: string | null
}

/** More of one kind help nobody, and are stored with every version. */
const mostFindings = 50

/** Every gate of a draft with what it found, the passed ones too, in the order in which they are shown. */
export function gateResults(
  kind: 'module' | 'case',
  findings: readonly GateFinding[],
  isReadable: boolean,
): readonly GateResult[] {
  const gates = gatesOf(kind)
  // What belongs to no gate of this kind still blocks.
  const told = findings.map((each) =>
    gates.includes(each.gate) ? each : { ...each, gate: 'files' as const },
  )
  return gates.map((gate) => {
    const found = told.filter((finding) => finding.gate === gate)
    return {
      gate,
      severity: gateSeverities[gate],
      findings: found.slice(0, mostFindings),
      count: found.length,
      isKnown: isReadable || found.length > 0,
      reason: null,
    }
  })
}

/** Reading a lesson took too long, which a busy machine may be the cause of: another look may find nothing. */
export const tookTooLong = (gates: readonly GateResult[]): boolean =>
  gates.some(({ findings }) => findings.some(({ code }) => code === 'lesson-slow'))

export type GateReasons = Readonly<Partial<Record<AdvisoryGate, string>>>

export const isBlocked = (gates: readonly GateResult[]): boolean =>
  gates.some(({ severity, count, isKnown }) => severity === 'blocking' && (count > 0 || !isKnown))

/** The gates that advise against publication as things stand. Each takes a reason of its own. */
export const advising = (gates: readonly GateResult[]): readonly AdvisoryGate[] =>
  advisoryGates.filter((gate) => gates.some((result) => result.gate === gate && result.count > 0))

/** The results as they are kept with the version: each reason with its gate, and none where nothing was advised. */
export const withReasons = (gates: readonly GateResult[], reasons: GateReasons): readonly GateResult[] =>
  gates.map((result) => {
    const advised = advising(gates).find((gate) => gate === result.gate)
    return advised ? { ...result, reason: reasons[advised] ?? null } : result
  })
