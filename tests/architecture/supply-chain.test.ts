import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Manifest = {
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
  readonly optionalDependencies: Record<string, string>
  readonly overrides: Record<string, unknown>
  readonly allowScripts: Record<string, boolean>
}
type Locked = {
  readonly version: string
  readonly name?: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly cpu?: readonly string[]
  readonly hasInstallScript?: boolean
}
type Floors = Record<string, { readonly floor: string; readonly why: string }>

const manifest = readJson<Manifest>('package.json')
const { '': _, ...packages } = readJson<{ packages: Record<string, Locked> }>('package-lock.json').packages
const locked = Object.entries(packages).map(([place, entry]) => ({
  ...entry,
  name: entry.name ?? nameAt(place),
}))
const floors = readJson<Floors>('tests/architecture/version-floors.json')
const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

test.each(Object.entries(direct))('%s is pinned to one version (%s)', (_name, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.-]+)?$/)
})

describe('no package in the lock file is older than its floor', () => {
  test.each(Object.entries(floors))('%s', (name, { floor }) => {
    const versions = locked.filter((entry) => entry.name === name).map((entry) => entry.version)
    expect(versions.filter((version) => isOlder(version, floor))).toEqual([])
    expect(versions.length).toBeGreaterThan(0)
  })
})

test('versions are compared as numbers, and a pre-release is older than its release', () => {
  expect(isOlder('9.9.9', '10.0.0')).toBe(true)
  expect(isOlder('10.0.0', '9.9.9')).toBe(false)
  expect(isOlder('16.4.6', '16.4.6')).toBe(false)
  expect(isOlder('18.4.0-beta.9', '18.4.0-beta.17')).toBe(true)
  expect(isOlder('18.4.0-beta.17', '18.4.0')).toBe(true)
})

test('the libraries that others bring along are replaced by the safe ones', () => {
  expect(manifest.overrides['next-auth']).toEqual({ nodemailer: '$nodemailer' })
  expect(locked.filter((entry) => entry.name === 'nodemailer')).toHaveLength(1)
  expect(packages['node_modules/gray-matter']?.name).toBe('@11ty/gray-matter')
})

test('no install script runs, and each package that has one is known', () => {
  expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('ignore-scripts=true')
  const withScripts = locked.filter((entry) => entry.hasInstallScript).map((entry) => entry.name)
  expect(Object.keys(manifest.allowScripts).toSorted()).toEqual([...new Set(withScripts)].toSorted())
  expect(Object.values(manifest.allowScripts).filter(Boolean)).toEqual([])
})

test('every package carries its hash, save optional ones for other machines', () => {
  const bare = locked.filter((entry) => !entry.integrity)
  expect(bare.filter((entry) => !(entry.optional && entry.cpu)).map((entry) => entry.name)).toEqual([])
})

function readJson<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(file, 'utf8')) as Shape
}

function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** Whether the exact version `one` comes before `other`, by semantic versioning. */
function isOlder(one: string, other: string): boolean {
  const [release, otherRelease] = [one.replace(/-.*/, ''), other.replace(/-.*/, '')]
  const byRelease = compareNumbers(release, otherRelease)
  if (byRelease !== 0) return byRelease < 0
  const [early, otherEarly] = [one.slice(release.length), other.slice(otherRelease.length)]
  if (early === '' || otherEarly === '') return early !== '' && otherEarly === ''
  return compareNumbers(early, otherEarly) < 0
}

function compareNumbers(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}
