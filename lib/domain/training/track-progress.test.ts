import { describe, expect, test } from 'vitest'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import type {
  AssignmentId,
  AttemptId,
  ModuleVersionId,
  PlayId,
  PracticeId,
  StaffMemberId,
} from '#lib/domain/ids'
import type { CycleRecord, ModuleOutline, Reading } from '#lib/domain/training/cycle-record'
import {
  nextStep,
  onwardFrom,
  trackProgress,
  versionInUse,
  versionsInUse,
} from '#lib/domain/training/track-progress'

const version = (id: string) => id as ModuleVersionId
const finishedAt = instantFrom('2026-03-10T17:00:00Z')

/** Two modules: `a` of lessons a1 and a2, four minutes each, and `b` of lesson b1, five minutes. Nothing done yet. */
const untouched: CycleRecord = {
  assignmentId: 'assignment' as AssignmentId,
  practiceId: 'practice' as PracticeId,
  staffMemberId: 'staff member' as StaffMemberId,
  trackId: 'basics',
  cycle: 1,
  title: 'Basics',
  summary: 'Both.',
  moduleIds: ['a', 'b'],
  newestVersions: { a: version('a@2'), b: version('b@1') },
  readings: [],
  openSittings: [],
  sat: [],
  completions: [],
  cases: [],
  forms: { before: 0, after: 0, completedCycle: null, sittings: [], skippedLessons: [] },
}

const outline = (id: string, moduleId: string, lessons: ModuleOutline['lessons']): ModuleOutline => ({
  id: version(id),
  moduleId,
  version: 1,
  title: `Module ${moduleId}`,
  summary: 'A module.',
  minutes: 10,
  draw: 6,
  reviewers: [],
  reviewNote: 'Not reviewed.',
  language: 'en',
  lessons,
})
const lessonsOfA = [
  { id: 'a1', title: 'First', minutes: 4 },
  { id: 'a2', title: 'Second', minutes: 4 },
]
const outlines = [
  outline('b@1', 'b', [{ id: 'b1', title: 'Third', minutes: 5 }]),
  outline('a@2', 'a', lessonsOfA),
  outline('a@1', 'a', lessonsOfA),
]

const read = (lessonId: string, of = 'a@2', finished = true, place = 1): Reading => ({
  moduleId: of.slice(0, 1),
  moduleVersionId: version(of),
  lessonId,
  place,
  finishedAt: finished ? finishedAt : null,
})
const patientCase = (caseId: string, played: Partial<CycleRecord['cases'][number]> = {}) => ({
  id: `${caseId}@1`,
  caseId,
  version: 1,
  title: `Case ${caseId}`,
  summary: 'A case.',
  minutes: 10,
  reviewers: [],
  reviewNote: 'Not reviewed.',
  language: 'en' as const,
  playId: null,
  completedOn: null,
  ...played,
})
const begun = { playId: 'play' as PlayId }
const played = { ...begun, completedOn: localDateFrom('2026-03-10') }

const progressOf = (record: Partial<CycleRecord>) => trackProgress({ ...untouched, ...record }, outlines)
const next = (record: Partial<CycleRecord>) => {
  const step = nextStep(progressOf(record))
  if (step?.kind === 'case') return `case ${step.case.outline.caseId}`
  return step && (step.kind === 'lesson' ? `lesson ${step.lesson.id}` : `quiz ${step.module.moduleId}`)
}
const allOfA = [read('a1'), read('a2')]
const ofA = { moduleId: 'a', moduleVersionId: version('a@2') }
const done = (moduleId: string) => ({
  ...ofA,
  moduleId,
  moduleVersionId: version(moduleId === 'a' ? 'a@2' : 'b@1'),
  completedOn: localDateFrom('2026-03-10'),
})

describe('the version that a cycle goes by', () => {
  test('is the newest published where nothing was done yet', () => {
    expect(versionsInUse(untouched)).toEqual(['a@2', 'b@1'])
  })

  test('stays the one that was begun, though a newer one is published', () => {
    expect(versionInUse({ ...untouched, readings: [read('a1', 'a@1', false)] }, 'a')).toBe('a@1')
  })

  test('is that of the sitting in progress before any other', () => {
    const record = {
      ...untouched,
      readings: [read('a1', 'a@2')],
      openSittings: [{ moduleId: 'a', moduleVersionId: version('a@1'), attemptId: 'x' as AttemptId }],
    }
    expect(versionInUse(record, 'a')).toBe('a@1')
  })

  test('does not exist for a module that the cycle does not ask for', () => {
    expect(versionInUse(untouched, 'c')).toBeUndefined()
  })
})

describe('the next step', () => {
  test('is the first lesson that is not finished', () => {
    expect(next({})).toBe('lesson a1')
    expect(next({ readings: [read('a1')] })).toBe('lesson a2')
    expect(next({ readings: [read('a1'), read('a2', 'a@2', false)] })).toBe('lesson a2')
  })

  test('is the quiz when the lessons of the module are finished, passed or not', () => {
    expect(next({ readings: allOfA })).toBe('quiz a')
    const sat = [{ ...ofA, attemptNumber: 1, granted: 0 }]
    expect(next({ readings: allOfA, sat })).toBe('quiz a')
  })

  test('is the next module once the quiz is passed', () => {
    expect(next({ readings: allOfA, completions: [done('a')] })).toBe('lesson b1')
  })

  test('is nothing when every module is complete', () => {
    expect(next({ completions: [done('a'), done('b')] })).toBeNull()
  })
})

describe('progress', () => {
  test('counts the minutes of unfinished lessons, one that was begun in full', () => {
    expect(progressOf({}).minutesLeft).toBe(13)
    expect(progressOf({ readings: [read('a1'), read('a2', 'a@2', false)] }).minutesLeft).toBe(9)
  })

  test('does not count a lesson that was read in another version', () => {
    const progress = progressOf({ readings: [read('a1', 'a@1'), read('b1', 'b@1')] })
    expect(progress.lessonsFinished).toBe(2)
    expect(progress.modules[0]?.outline.id).toBe('a@1')
  })

  test('keeps the quiz closed until the last lesson is finished', () => {
    expect(progressOf({ readings: [read('a1')] }).modules[0]?.quiz).toEqual({
      kind: 'closed',
      lessonsLeft: 1,
    })
    expect(progressOf({ readings: allOfA }).modules[0]?.quiz).toEqual({ kind: 'ready' })
  })

  test('says how many attempts a failed quiz has used', () => {
    const sat = [1, 2].map((attemptNumber) => ({ ...ofA, attemptNumber, granted: 3 }))
    expect(progressOf({ readings: allOfA, sat }).modules[0]?.quiz).toEqual({
      kind: 'failed',
      attempts: 2,
      granted: 3,
    })
  })
})

describe('the way on from the end of a lesson', () => {
  const lessonIds = ['a1', 'a2', 'a3']
  const onward = (lessonId: string, done: string[], isPassed = false) => {
    const to = onwardFrom(lessonId, { lessonIds, done: new Set(done), isPassed })
    return to.kind === 'lesson' ? to.lessonId : to.kind
  }

  test('is the next lesson that is not finished', () => {
    expect(onward('a1', [])).toBe('a2')
    expect(onward('a1', ['a2'])).toBe('a3')
  })

  test('is the quiz when this was the last one missing', () => {
    expect(onward('a3', ['a1', 'a2'])).toBe('quiz')
    expect(onward('a2', ['a1', 'a3', 'a2'])).toBe('quiz')
  })

  test('is the overview where a lesson was skipped, or where the quiz is passed', () => {
    expect(onward('a3', ['a2'])).toBe('overview')
    expect(onward('a3', lessonIds, true)).toBe('overview')
  })
})

describe('the cases of a track', () => {
  const completedOn = localDateFrom('2026-03-10')
  const passed = [
    { moduleId: 'a', moduleVersionId: version('a@2'), completedOn },
    { moduleId: 'b', moduleVersionId: version('b@1'), completedOn },
  ]

  test('come after the modules, one after the other, whatever was begun first', () => {
    const cases = [patientCase('c1'), patientCase('c2')]
    expect(next({ cases })).toBe('lesson a1')
    expect(next({ cases, completions: passed })).toBe('case c1')
    expect(next({ cases: [patientCase('c1'), patientCase('c2', begun)], completions: passed })).toBe(
      'case c1',
    )
    expect(next({ cases: [patientCase('c1', played), patientCase('c2')], completions: passed })).toBe(
      'case c2',
    )
    expect(next({ cases: [patientCase('c1', played)], completions: passed })).toBeNull()
  })

  test('are begun with their first scene, and take their minutes until an end', () => {
    expect(progressOf({ cases: [patientCase('c1')] })).toMatchObject({ hasBegun: false, minutesLeft: 23 })
    const open = progressOf({ cases: [patientCase('c1', begun)] })
    expect(open).toMatchObject({ hasBegun: true, minutesLeft: 23, casesFinished: 0 })
    expect(open.cases[0]?.played).toEqual({ kind: 'begun', playId: 'play' })
    const done = progressOf({ cases: [patientCase('c1', played)] })
    expect(done).toMatchObject({ minutesLeft: 13, casesFinished: 1 })
    expect(done.cases[0]?.played).toEqual({ kind: 'done', on: completedOn })
  })
})
