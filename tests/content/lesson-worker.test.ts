import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { killableWorker } from '#lib/content/lesson/killable-worker'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { goodLesson, goodRegisters } from '#tests/content/good-lesson'
import { endlessText } from '#tests/content/parser-bombs'

const compiler = openLessonCompiler()
afterAll(() => compiler.close())

type Process = {
  readonly pid: number
  readonly parent: number
  readonly state: string
  readonly command: string
}

/** The living processes that were started by this one, and by those. */
function descendants(): readonly Process[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args=']).toString().trim().split('\n')
  const all = rows.map((row): Process => {
    const [pid, parent, state = '', ...command] = row.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), state, command: command.join(' ') }
  })
  const family = (pid: number): readonly Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...family(child.pid)])
  return family(process.pid).filter(({ state }) => !state.startsWith('Z'))
}

const workers = () => descendants().filter(({ command }) => command.includes('worker.ts'))

/** Milliseconds of the processor that the children of this process used, as far as they are gone: see proc(5). */
function spentByTheGone(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[13]) + Number(fields[14])) * 10
}

describe.skipIf(process.platform === 'win32')('the workers', () => {
  test('two lessons take the same two processes', async () => {
    await compiler.compile(goodLesson, goodRegisters)
    const first = workers().map(({ pid }) => pid)
    await compiler.compile(`${goodLesson}\nMore.`, goodRegisters)
    expect(workers().map(({ pid }) => pid)).toEqual(first)
    expect(first).toHaveLength(2)
  })

  test('a lesson that takes too long ends the process that reads it, and only that', async () => {
    const before = workers()
    await compiler.check(endlessText, {})
    const gone = before.filter(({ pid }) => !workers().some((worker) => worker.pid === pid))
    expect(gone.map(({ command }) => command.split(' ').at(-1))).toEqual(['check'])
  })

  test('a text gets the time that it was given and not a second one, however busy the machine is', async () => {
    const reader = killableWorker('check')
    await reader.ask({ source: 'Words.', registers: {} }, 20_000)
    const before = spentByTheGone()
    expect(await reader.ask({ source: endlessText, registers: {} }, 500)).toBe('too-slow')
    // Its start is counted too, half a second; the promise of the product is two and a half.
    expect(spentByTheGone() - before).toBeLessThan(2500)
  })

  test('know nothing of the settings around them, and may not start programs while they read', async () => {
    await compiler.compile(goodLesson, goodRegisters)
    const reader = workers().find(({ command }) => command.endsWith(' check'))
    const settings = execFileSync('cat', [`/proc/${reader?.pid}/environ`])
      .toString()
      .split('\0')
      .filter(Boolean)
    expect(
      settings.map((setting) => setting.split('=')[0]).filter((name) => !name?.startsWith('NODE_')),
    ).toEqual([])
    expect(reader?.command).toContain('--permission')
    expect(reader?.command).not.toContain('--allow-child-process')
  })

  test('end when the compiler is closed, esbuild included', async () => {
    await compiler.compile(goodLesson, goodRegisters)
    compiler.close()
    await vi.waitFor(() =>
      expect(descendants().filter(({ command }) => /worker\.ts|esbuild/.test(command))).toEqual([]),
    )
  })
})
