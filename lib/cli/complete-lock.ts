// Run after a change of dependencies, on a machine whose registry does not serve the packages of every platform:
// npm leaves those out of the lock file, and `npm ci` then refuses the file everywhere. This adds them by name, version
// and platform. They carry no integrity until an `npm install` that can fetch them adds it.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Entry> }

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'wasm32']
const processors = [
  'arm64',
  'armeabi',
  'armv7',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'wasi',
]

/** The platform that a package's name says, for example `@next/swc-win32-arm64-msvc`. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/)
  const system = systems.find((word) => words.includes(word))
  const processor = processors.find((word) => words.includes(word))
  if (!system || !processor) throw new Error(`The platform of ${name} cannot be read from its name.`)
  // No system calls itself "wasm": npm then never installs the package of its own accord, as its publishers mean it.
  if (system === 'wasm32') return { cpu: ['wasm32'] }
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : ['glibc']
  return { os: [system], cpu: [processor], ...(system === 'linux' ? { libc } : {}) }
}

type Missing = { readonly name: string; readonly version: string; readonly askedBy: Entry }

function missingFrom({ packages }: Lock): Missing[] {
  return Object.entries(packages).flatMap(([location, askedBy]) =>
    Object.entries(askedBy.optionalDependencies ?? {})
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${location}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version, askedBy })),
  )
}

/** Adds every optional dependency that has no entry, with the version that is asked for. Returns the names added. */
export function completeLock(lock: Lock): string[] {
  const missing = missingFrom(lock)
  for (const { name, version, askedBy } of missing) {
    if (!/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`${name} is asked for as ${version}: not one version.`)
    const dev = askedBy.dev ? { dev: true } : {}
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...dev, optional: true }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  return missing.map(({ name }) => name)
}

if (import.meta.main) {
  const file = path.join(import.meta.dirname, '..', '..', 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = completeLock(lock)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${added.length} packages added to package-lock.json`)
}
