import { type LessonCompiler, openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Compilers for several people at once: what one of them writes keeps nobody else waiting for long. */
export type CompilerPool = {
  /** Work for one owner at a time, in the order asked. Refused where the owner asks faster than it can be done. */
  run<Value>(
    owner: string,
    work: (compiler: LessonCompiler) => Promise<Value>,
  ): Promise<Result<Value, 'compiler-busy'>>
  /** Ends the workers once they are idle. The pool may be used again afterwards. */
  close(): void
}

type Waiting = { readonly owner: string; readonly begin: (compiler: LessonCompiler) => Promise<void> }

const waitingEach = 2

/** So many compilers, each with its own killable workers, started when first needed. */
export function openCompilerPool(size: number): CompilerPool {
  const compilers = Array.from({ length: size }, openLessonCompiler)
  const idle = [...compilers]
  const working = new Set<string>()
  const waiting: Waiting[] = []

  function next() {
    const index = waiting.findIndex(({ owner }) => !working.has(owner))
    const compiler = index < 0 ? undefined : idle.pop()
    const [job] = compiler ? waiting.splice(index, 1) : []
    if (!compiler || !job) return
    working.add(job.owner)
    void job.begin(compiler).finally(() => {
      working.delete(job.owner)
      idle.push(compiler)
      next()
    })
    next()
  }

  return {
    async run<Value>(owner: string, work: (compiler: LessonCompiler) => Promise<Value>) {
      if (waiting.filter((job) => job.owner === owner).length >= waitingEach) return refuse('compiler-busy')
      const value = new Promise<Value>((resolve, reject) => {
        waiting.push({ owner, begin: (compiler) => work(compiler).then(resolve, reject) })
      })
      next()
      return ok(await value)
    },
    close() {
      for (const compiler of compilers) compiler.close()
    },
  }
}
