import { createHash } from 'node:crypto'
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
import { type FoundWords, type Words, wordsFoundAnswer } from '#lib/content/lint/words-found'
import type { TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'

/** For everything that is done to one lesson. */
const lessonTimeoutMs = 2000

export type LessonResult = Result<CompiledLesson, readonly LessonProblem[]>

/** Four workers, each started when first needed and used again for the next lesson. */
export type LessonCompiler = {
  /** A lesson's problems in the order of the text; none means good. Many may be asked at once: each worker takes one at a time. */
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
  /** What the rules of wording find in words; undefined where reading them takes too long. */
  findings(words: Words): Promise<readonly FoundWords[] | undefined>
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

/** A worker that takes one question after the other. */
function inTurn(worker: KillableWorker): KillableWorker {
  let last: Promise<unknown> = Promise.resolve()
  return {
    ...worker,
    ask(question, timeoutMs) {
      const answer = last.then(() => worker.ask(question, timeoutMs))
      last = answer.catch(() => undefined)
      return answer
    },
  }
}

const hashOf = (source: string) => createHash('sha256').update(source).digest('base64')

export function openLessonCompiler(): LessonCompiler {
  const checker = inTurn(killableWorker('check'))
  const reader = inTurn(killableWorker('wording'))
  const bundler = inTurn(killableWorker('bundle'))
  const previewer = inTurn(killableWorker('preview'))
  /** Hashes of texts that passed. */
  const passed = new Set<string>()

  async function timedCheck(source: string, registers: LessonRegisters) {
    const unreadable = screenLesson(source)
    if (unreadable) return { problems: [unreadable], tookMs: 0 }
    const outcome = await checker.ask({ source, registers }, lessonTimeoutMs)
    if (isLost(outcome)) return { problems: overall(outcome), tookMs: lessonTimeoutMs }
    const problems = problemsAnswer(outcome.value)
    if (problems.length === 0) passed.add(hashOf(source))
    return { problems, tookMs: outcome.tookMs }
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

  /** Whatever registers a text passed with, it can be read. */
  const isReadable = async (source: string) =>
    passed.has(hashOf(source)) || (await timedCheck(source, {})).problems.length === 0

  return {
    check: async (source, registers) => (await timedCheck(source, registers)).problems,
    compile: (source, registers) => made(bundler, lessonAnswer, { source, registers }),
    preview(source, registers, language) {
      previewer.warm()
      return made(previewer, previewAnswer, { source, registers, language })
    },
    async passages(source) {
      if (!(await isReadable(source))) return []
      const outcome = await reader.ask({ source, registers: {} }, lessonTimeoutMs)
      invariant(!isLost(outcome), 'a lesson that passed the check can be read again')
      return passagesAnswer(outcome.value)
    },
    async findings(words) {
      const outcome = await reader.ask({ source: '', registers: {}, words }, lessonTimeoutMs)
      return isLost(outcome) ? undefined : wordsFoundAnswer(outcome.value)
    },
    close() {
      checker.close()
      reader.close()
      bundler.close()
      previewer.close()
    },
  }
}
