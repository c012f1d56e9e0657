import type { LocalDate } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { owedVersions } from '#lib/domain/compliance/owed-updates'
import type { Language } from '#lib/domain/language'
import type { Asking } from '#lib/domain/training/attempt-limit'

/** A later version of a track, as far as it says how its change is taught. */
export type TaughtVersion = {
  readonly version: number
  /** The lesson that teaches it, in the reader's language where it is translated; null where the track is taken anew. */
  readonly lesson: {
    readonly moduleId: string
    readonly moduleVersionId: string
    readonly lessonId: string
    readonly title: string
    readonly minutes: number
    /** Of the title. */
    readonly language: Language
  } | null
}

/** What somebody owes since the track changed, and how it is settled. */
export type OwedUpdate = {
  /** The version that is to be taught first. */
  readonly version: number
  readonly by: LocalDate
  /** Null where the track is taken anew. */
  readonly lesson: TaughtVersion['lesson']
  /** How many updates there are to read, this one included. */
  readonly count: number
}

/** The versions of the track whose change the person owes, whoever of `askings` asks for it; the earliest first. */
export function versionsOwed(askings: readonly Asking[], today: LocalDate): readonly number[] {
  const bound = askings.filter(({ events }) => events.some((event) => event.kind === 'superseded'))
  const versions = bound.flatMap((asking) =>
    owedVersions(asking, asking.asksFor ?? 'initial', today).map(({ version }) => version),
  )
  return [...new Set(versions)].toSorted((a, b) => a - b)
}

/**
 * What is owed, by the earliest day that any requirement gives. One version that no lesson teaches is enough for the track to be
 * taken anew: that makes up for the others too.
 */
export function findOwedUpdate(
  askings: readonly Asking[],
  taught: readonly TaughtVersion[],
  today: LocalDate,
): OwedUpdate | null {
  const owed = versionsOwed(askings, today)
  const [version] = owed
  const days = askings.flatMap((asking) => complianceStatus(asking, today).because.updateDueOn ?? [])
  const [by] = days.toSorted()
  if (version === undefined || by === undefined) return null
  const lessons = owed.map((each) => taught.find((of) => of.version === each)?.lesson ?? null)
  const isTaught = lessons.every((lesson) => lesson !== null)
  return { version, by, lesson: isTaught ? (lessons[0] ?? null) : null, count: isTaught ? owed.length : 1 }
}
