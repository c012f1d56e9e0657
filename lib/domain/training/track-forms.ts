import type { FormId, ModuleVersionId } from '#lib/domain/ids'

/** A track asks a few of its items before its first lesson, and as many others on the same objectives after its last part. */
export const formMoments = ['before', 'after'] as const
export type FormMoment = (typeof formMoments)[number]

/** Item ids of the modules' banks, in the order asked. */
export type TrackForms = Readonly<Record<FormMoment, readonly string[]>>

/** One of them as it is stored: begun, or left out. */
export type FormRecord = {
  readonly id: FormId
  readonly moment: FormMoment
  readonly isSkipped: boolean
  /** Questions in all, and those with an answer. */
  readonly asked: number
  readonly answered: number
}

/** What is stored of the forms as seen from one turn. */
export type FormsRecord = {
  /** How many items would be asked before this turn's first lesson; 0 where the track has no forms. */
  readonly before: number
  /** How many would be asked after the last turn that was completed; 0 also where none was. */
  readonly after: number
  readonly completedCycle: number | null
  /** The one before this turn, and the one after the turn that was completed last. */
  readonly sittings: readonly FormRecord[]
  readonly skippedLessons: readonly {
    readonly moduleVersionId: ModuleVersionId
    readonly lessonId: string
  }[]
}

export type FormStanding =
  | { readonly kind: 'offered' }
  | { readonly kind: 'begun'; readonly formId: FormId }
  | { readonly kind: 'done'; readonly formId: FormId }
  | { readonly kind: 'skipped' }
  /** It was not answered to the end in its time, which is over. */
  | { readonly kind: 'over' }

/** What both questions below need: the forms, and whether a part of this turn was begun. */
type Seen = { readonly forms: FormsRecord; readonly hasBegun: boolean }

/**
 * Where a form stands. Both end with the first part of this turn: what is answered before it tells nothing once a lesson was
 * read, and what was learnt in the last turn is not told from what was learnt in this one. Undefined where there is none.
 */
export function formStanding({ forms, hasBegun }: Seen, moment: FormMoment): FormStanding | undefined {
  const sitting = sittingOf(forms, moment)
  if (!sitting && forms[moment] === 0) return undefined
  if (sitting?.isSkipped) return { kind: 'skipped' }
  if (sitting && sitting.answered >= sitting.asked) return { kind: 'done', formId: sitting.id }
  if (hasBegun) return { kind: 'over' }
  return sitting ? { kind: 'begun', formId: sitting.id } : { kind: 'offered' }
}

const sittingOf = ({ sittings }: FormsRecord, moment: FormMoment) =>
  sittings.find((each) => each.moment === moment)

/** How many questions a form has: as it was begun, or as it would be. */
export function askedIn(forms: FormsRecord, moment: FormMoment): number {
  const sitting = sittingOf(forms, moment)
  return sitting && !sitting.isSkipped ? sitting.asked : forms[moment]
}

/** A form that may be answered now. `asked`: how many questions it has. */
export type FormOffer = { readonly moment: FormMoment; readonly isBegun: boolean; readonly asked: number }

/** The one to speak of: what comes after the last turn goes before what comes before the next. */
export function findFormOffer(seen: Seen): FormOffer | null {
  for (const moment of ['after', 'before'] as const) {
    const standing = formStanding(seen, moment)
    if (standing?.kind !== 'offered' && standing?.kind !== 'begun') continue
    return { moment, isBegun: standing.kind === 'begun', asked: askedIn(seen.forms, moment) }
  }
  return null
}

/** Right answers, of so many questions. */
export type FormCount = { readonly right: number; readonly outOf: number }

/** What is told after the second form: the first is null where it was left out, or not answered to the end. */
export type Gain = { readonly before: FormCount | null; readonly after: FormCount }

/** What may be said of the two counts; nothing where there is only one. */
export type GainTold = 'nothing' | 'more' | 'fewer' | 'about-the-same'

/**
 * Whether the two counts differ by more than one question, and may be told as more or fewer. One question decides nothing:
 * whoever guesses one of four options is right one time in four.
 */
export function gainTold({ before, after }: Gain): GainTold {
  if (before === null) return 'nothing'
  // In whole numbers: shares of different totals are compared by their cross products.
  const difference = after.right * before.outOf - before.right * after.outOf
  const oneQuestion = Math.max(before.outOf, after.outOf)
  if (Math.abs(difference) <= oneQuestion) return 'about-the-same'
  return difference > 0 ? 'more' : 'fewer'
}
