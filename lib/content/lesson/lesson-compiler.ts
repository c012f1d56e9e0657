import {
  type KillableWorker,
  killableWorker,
  type WorkerOutcome,
  type WorkerQuestion,
} from '#lib/content/lesson/killable-worker'
import { type PlacedPassage, passagesAnswer } from '#lib/content/lesson/placed-passage'
import type { LessonProblem } from '#lib/content/lesson/problem'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import { screenLesson } from '#lib/content/lesson/screen'
import {
  type CompiledLesson,
  type LessonPreview,
  lessonAnswer,
  previewAnswer,
  problemsAnswer,
} from '#lib/content/lesson/worker-answers'
import type { TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'

/** For everything that is done to one lesson. */
const lessonTimeoutMs = 2000

export type LessonResult = Result<CompiledLesson, readonly LessonProblem[]>

/** Four workers, each started when first needed and used again for the next lesson. */
export type LessonCompiler = {
  /** A lesson's problems in the order of the text; none means good. Lessons wait for each other. */
  check(source: string, registers: LessonRegisters): Promise<readonly LessonProblem[]>
  /** A lesson's text as a tree with its hash, or its problems. Compiles only what passed the check. */
  compile(source: string, registers: LessonRegisters): Promise<LessonResult>
  /** A lesson's tree with its figures and advice, or its problems: what an author sees while writing. */
  preview(
    source: string,
    registers: LessonRegisters,
    language: TextLanguage,
  ): Promise<Result<LessonPreview, readonly LessonProblem[]>>
  /** The passages of a lesson's text with their places; none when the check finds a problem in it. */
  passages(source: string): Promise<readonly PlacedPassage[]>
  /** Ends the workers once they are idle. The compiler may be used again afterwards. */
  close(): void
}

const excuses = {
  'too-slow':
    'Reading this lesson takes too long. Look for long runs of *, _, [ or similar signs, or make two lessons of it.',
  gone: 'Reading this lesson takes too much memory. Make two lessons of it.',
} as const

const overall = (outcome: 'too-slow' | 'gone'): readonly LessonProblem[] => [
  { line: 1, column: 1, message: excuses[outcome] },
]

const isLost = (outcome: WorkerOutcome): outcome is 'too-slow' | 'gone' =>
  outcome === 'too-slow' || outcome === 'gone'

export function openLessonCompiler(): LessonCompiler {
  const checker = killableWorker('check')
  const reader = killableWorker('passages')
  const bundler = killableWorker('bundle')
  const previewer = killableWorker('preview')
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  async function timedCheck(source: string, registers: LessonRegisters) {
    const unreadable = screenLesson(source)
    if (unreadable) return { problems: [unreadable], tookMs: 0 }
    const outcome = await checker.ask({ source, registers }, lessonTimeoutMs)
    return isLost(outcome)
      ? { problems: overall(outcome), tookMs: lessonTimeoutMs }
      : { problems: problemsAnswer(outcome.value), tookMs: outcome.tookMs }
  }

  /** What a worker makes of a lesson that passed the check, in what is left of its time. */
  async function made<Value>(
    worker: KillableWorker,
    read: (answer: unknown) => Value,
    question: Omit<WorkerQuestion, 'number'>,
  ): Promise<Result<Value, readonly LessonProblem[]>> {
    const { problems, tookMs } = await timedCheck(question.source, question.registers)
    if (problems.length > 0) return refuse(problems)
    const outcome = await worker.ask(question, lessonTimeoutMs - tookMs)
    return isLost(outcome) ? refuse(overall(outcome)) : ok(read(outcome.value))
  }

  async function passages(source: string): Promise<readonly PlacedPassage[]> {
    const { problems } = await timedCheck(source, {})
    if (problems.length > 0) return []
    const outcome = await reader.ask({ source, registers: {} }, lessonTimeoutMs)
    invariant(!isLost(outcome), 'a lesson that passed the check can be read again')
    return passagesAnswer(outcome.value)
  }

  return {
    check: (source, registers) => inTurn(async () => (await timedCheck(source, registers)).problems),
    compile: (source, registers) => inTurn(() => made(bundler, lessonAnswer, { source, registers })),
    preview(source, registers, language) {
      previewer.warm()
      return inTurn(() => made(previewer, previewAnswer, { source, registers, language }))
    },
    passages: (source) => inTurn(() => passages(source)),
    close() {
      checker.close()
      reader.close()
      bundler.close()
      previewer.close()
    },
  }
}
