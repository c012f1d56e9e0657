import type { WorkerAnswer, WorkerQuestion, WorkerTask } from '#lib/content/lesson/killable-worker'

/**
 * The process that reads what authors wrote: `check` parses unknown text, the others take text that passed. It gets no secrets, may read this project's code only, and its parent kills it when it takes too long.
 */
const tasks: Record<WorkerTask, () => Promise<(question: WorkerQuestion) => Promise<unknown>>> = {
  async check() {
    const { checkLesson } = await import('#lib/content/lesson/check-lesson')
    return ({ source, registers }) => checkLesson(source, registers)
  },
  async wording() {
    const { lessonPassages } = await import('#lib/content/lesson/passages')
    const { wordsFound } = await import('#lib/content/lint/words-found')
    return async ({ source, words }) => (words ? wordsFound(words) : lessonPassages(source))
  },
  async bundle() {
    const { bundleLesson } = await import('#lib/content/lesson/bundle-lesson')
    return ({ source, registers }) => bundleLesson(source, registers)
  },
  async preview() {
    const { previewLesson } = await import('#lib/content/lesson/preview-lesson')
    return ({ source, registers, language = 'en' }) => previewLesson(source, registers, language)
  },
}

const isTask = (name: string | undefined): name is WorkerTask =>
  name !== undefined && Object.hasOwn(tasks, name)

async function end() {
  if (process.argv[2] === 'bundle') await (await import('esbuild')).stop()
  process.exit()
}

async function begin(task: WorkerTask) {
  const work = await tasks[task]()
  // The first lesson is the slowest, and must not cost an author's lesson its time.
  await work({ number: 0, source: 'Words.', registers: {} })
  const answer = async (question: WorkerQuestion): Promise<WorkerAnswer> => {
    try {
      return { number: question.number, value: await work(question) }
    } catch (fault) {
      return { number: question.number, fault: fault instanceof Error ? fault.message : 'unknown' }
    }
  }
  process.on('message', (question: WorkerQuestion) => {
    void answer(question).then((reply) => process.send?.(reply))
  })
  process.on('disconnect', () => void end())
  process.send?.('ready')
}

const task = process.argv[2]
if (isTask(task)) void begin(task)
