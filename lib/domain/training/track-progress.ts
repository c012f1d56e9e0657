import type { LocalDate } from '#lib/domain/calendar'
import type { AttemptId, ModuleVersionId, PlayId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type {
  CaseRecord,
  CycleRecord,
  LessonOutline,
  ModuleOutline,
  Reading,
} from '#lib/domain/training/cycle-record'
import { type FormOffer, findFormOffer } from '#lib/domain/training/track-forms'

export type LessonProgress = LessonOutline & {
  /** `skipped`: it need not be read, since its objectives were shown before the training. */
  readonly state: 'unread' | 'begun' | 'finished' | 'skipped'
  /** The number of the block at the top of the screen when the reader left, from 1; 0 is the title. */
  readonly place: number
}

/** Whether the quiz waits for it no more. */
export const isDone = ({ state }: Pick<LessonProgress, 'state'>) =>
  state === 'finished' || state === 'skipped'

export type QuizProgress =
  | { readonly kind: 'closed'; readonly lessonsLeft: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly attemptId: AttemptId }
  /** Sat and not passed, so often; `granted` were allowed beyond the limit in this cycle. */
  | { readonly kind: 'failed'; readonly attempts: number; readonly granted: number }
  | { readonly kind: 'passed'; readonly on: LocalDate }

export type ModuleProgress = {
  readonly outline: ModuleOutline
  readonly lessons: readonly LessonProgress[]
  readonly quiz: QuizProgress
}

export type CasePlayed =
  | { readonly kind: 'unplayed' }
  | { readonly kind: 'begun'; readonly playId: PlayId }
  | { readonly kind: 'done'; readonly on: LocalDate }
export type CaseProgress = { readonly outline: CaseRecord; readonly played: CasePlayed }

export type TrackProgress = {
  readonly modules: readonly ModuleProgress[]
  readonly cases: readonly CaseProgress[]
  readonly hasBegun: boolean
  /** A short form that may be answered now. */
  readonly form: FormOffer | null
  readonly lessons: number
  readonly lessonsFinished: number
  readonly casesFinished: number
  /** Of the lessons and cases that are not finished yet. */
  readonly minutesLeft: number
}

/**
 * The version of a module that this cycle goes by: the one already used in it, so that nobody's text changes half-way;
 * otherwise the newest published. Undefined where the cycle does not ask for the module.
 */
export function versionInUse(record: CycleRecord, moduleId: string): ModuleVersionId | undefined {
  if (!record.moduleIds.includes(moduleId)) return undefined
  const used = [record.openSittings, record.sat.toReversed(), record.completions, record.readings]
    .flat()
    .find((each) => each.moduleId === moduleId)
  return used?.moduleVersionId ?? record.newestVersions[moduleId]
}

/** The versions of all modules of the cycle, in order. */
export function versionsInUse(record: CycleRecord): readonly ModuleVersionId[] {
  return record.moduleIds.map((moduleId) => {
    const version = versionInUse(record, moduleId)
    invariant(version, 'every module of a track is published')
    return version
  })
}

/** Where somebody stands in the current cycle. `outlines` are those of `versionsInUse`, in any order. */
export function trackProgress(record: CycleRecord, outlines: readonly ModuleOutline[]): TrackProgress {
  const modules = versionsInUse(record).map((version) => {
    const outline = outlines.find(({ id }) => id === version)
    invariant(outline, 'a version in use has an outline')
    const lessons = lessonsProgress(record, outline)
    return { outline, lessons, quiz: quizProgress(record, outline.moduleId, lessons) }
  })
  const lessons = modules.flatMap((module) => module.lessons)
  const left = lessons.filter((lesson) => !isDone(lesson))
  const cases = record.cases.map((outline) => ({ outline, played: casePlayed(outline) }))
  const unplayed = record.cases.filter(({ completedOn }) => completedOn === null)
  return {
    modules,
    cases,
    hasBegun: hasBegun(record),
    form: findFormOffer({ forms: record.forms, hasBegun: hasBegun(record) }),
    lessons: lessons.length,
    lessonsFinished: lessons.length - left.length,
    casesFinished: cases.length - unplayed.length,
    minutesLeft: [...left, ...unplayed].reduce((sum, { minutes }) => sum + minutes, 0),
  }
}

/** Whether a part of the turn was begun: a lesson, a quiz or a case. */
export function hasBegun({
  readings,
  openSittings,
  sat,
  cases,
}: Pick<CycleRecord, 'readings' | 'openSittings' | 'sat' | 'cases'>): boolean {
  return [readings, openSittings, sat].some(({ length }) => length > 0) || cases.some(({ playId }) => playId)
}

function casePlayed({ playId, completedOn }: CaseRecord): CasePlayed {
  if (completedOn !== null) return { kind: 'done', on: completedOn }
  return playId ? { kind: 'begun', playId } : { kind: 'unplayed' }
}

function lessonsProgress(
  { readings, forms }: CycleRecord,
  outline: ModuleOutline,
): readonly LessonProgress[] {
  return outline.lessons.map((lesson) => {
    const isThis = ({ moduleVersionId, lessonId }: Pick<Reading, 'moduleVersionId' | 'lessonId'>) =>
      moduleVersionId === outline.id && lessonId === lesson.id
    const reading = readings.find(isThis)
    const place = reading?.place ?? 0
    if (reading?.finishedAt) return { ...lesson, state: 'finished', place }
    if (forms.skippedLessons.some(isThis)) return { ...lesson, state: 'skipped', place }
    return { ...lesson, state: reading ? 'begun' : 'unread', place }
  })
}

function quizProgress(
  record: CycleRecord,
  moduleId: string,
  lessons: readonly LessonProgress[],
): QuizProgress {
  const ofModule = (each: { readonly moduleId: string }) => each.moduleId === moduleId
  const done = record.completions.find(ofModule)
  if (done) return { kind: 'passed', on: done.completedOn }
  const sitting = record.openSittings.find(ofModule)
  if (sitting) return { kind: 'open', attemptId: sitting.attemptId }
  const last = record.sat.findLast(ofModule)
  if (last) return { kind: 'failed', attempts: last.attemptNumber, granted: last.granted }
  const lessonsLeft = lessons.filter((lesson) => !isDone(lesson)).length
  return lessonsLeft > 0 ? { kind: 'closed', lessonsLeft } : { kind: 'ready' }
}

export type NextStep =
  | {
      readonly kind: 'lesson'
      readonly module: ModuleOutline
      readonly lesson: LessonProgress
    }
  | { readonly kind: 'quiz'; readonly module: ModuleOutline; readonly quiz: QuizProgress }
  | { readonly kind: 'case'; readonly case: CaseProgress }

/** The first thing still to do: modules in order, in each the lessons and then the quiz; then the cases. Null when all is done. */
export function nextStep({ modules, cases }: TrackProgress): NextStep | null {
  const next = modules.find((module) => module.quiz.kind !== 'passed')
  if (!next) return nextCase(cases)
  const lesson = next.lessons.find((each) => !isDone(each))
  const isSitting = next.quiz.kind === 'open'
  return lesson && !isSitting
    ? { kind: 'lesson', module: next.outline, lesson }
    : { kind: 'quiz', module: next.outline, quiz: next.quiz }
}

function nextCase(cases: readonly CaseProgress[]): NextStep | null {
  const next = cases.find(({ played }) => played.kind !== 'done')
  return next ? { kind: 'case', case: next } : null
}

export type Onward =
  | { readonly kind: 'lesson'; readonly lessonId: string }
  | { readonly kind: 'quiz' }
  | { readonly kind: 'overview' }

type Ending = {
  /** Of the module, in order. */
  readonly lessonIds: readonly string[]
  /** Finished or skipped. */
  readonly done: ReadonlySet<string>
  readonly isPassed: boolean
}

/**
 * Where the reader goes from the end of a lesson: to the module's next lesson that is not finished; to the quiz when none
 * is left; to the overview where one was skipped, or where the quiz is passed already.
 */
export function onwardFrom(lessonId: string, { lessonIds, done, isPassed }: Ending): Onward {
  const left = lessonIds.filter((id) => id !== lessonId && !done.has(id))
  const later = lessonIds.slice(lessonIds.indexOf(lessonId) + 1)
  const next = later.find((id) => left.includes(id))
  if (next !== undefined) return { kind: 'lesson', lessonId: next }
  return isPassed || left.length > 0 ? { kind: 'overview' } : { kind: 'quiz' }
}
