import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const outputFolder = path.join(root, 'tests/.output')

/** Settings of a real installation. The tests make their own and must never meet somebody's data. */
const settingsOfOthers = [
  'AUTH_SECRET',
  'BEACON_URL',
  'CERTIFICATE_KEY_FILE',
  'DATABASE_OWNER_URL',
  'DATABASE_REPLICA_URL',
  'DATABASE_URL',
  'DATA_DIR',
  'HOST',
  'LOG_LEVEL',
  'MAIL_FROM',
  'NODE_ENV',
  'PORT',
  'SMTP_URL',
]

const running = new Set<ChildProcess>()

/**
 * Runs one of the installed tools on this Node, showing what it prints. Resolves with its exit code, or 1 when it was
 * stopped because it took longer than `minutes`.
 */
export function execute(script: string, args: readonly string[], options: Options = {}): Promise<number> {
  // Only for what hangs: the longest takes ten on a quiet machine.
  const { minutes = 30, env = {} } = options
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, script), ...args],
    {
      cwd: root,
      env: { ...testEnvironment(), ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  running.add(child)
  const limit = setTimeout(() => {
    console.log(`${script} was stopped after ${minutes} minutes`)
    child.kill('SIGKILL')
  }, minutes * 60_000)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      clearTimeout(limit)
      running.delete(child)
      resolve(code ?? 1)
    })
  })
}

type Options = { readonly minutes?: number; readonly env?: Record<string, string> }

/** Where a runner writes its report; what an earlier run left there is removed. */
export function freshReport(name: string): string {
  mkdirSync(outputFolder, { recursive: true })
  const file = path.join(outputFolder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** The report, or undefined where the runner ended without writing one. */
export function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Ends the tool that is running; called once, when somebody interrupts the run. */
export function endRunning(): void {
  for (const child of running) child.kill('SIGTERM')
}

/** The environment without anybody's settings. */
export function testEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !settingsOfOthers.includes(name))
  return {
    ...Object.fromEntries(kept),
    NEXT_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  } as unknown as NodeJS.ProcessEnv
}
