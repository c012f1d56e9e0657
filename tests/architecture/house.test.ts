import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from '#tests/architecture/cruise'

const readme = readFileSync('README.md', 'utf8')
const ignored = [
  '.git',
  ...readFileSync('.gitignore', 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, '')),
]

describe('the map of the tree in the README is the tree', () => {
  const map = /## The tree\n+```\n([\s\S]+?)```/.exec(readme)?.[1]?.split('\n') ?? []
  const folderAt = (indent: string) =>
    map.flatMap((line) => new RegExp(`^${indent}(\\w[\\w-]*)/ `).exec(line)?.[1] ?? []).toSorted()

  test('the seven folders at the top, and no other', () => {
    expect(folderAt('')).toEqual(['app', 'components', 'content', 'lib', 'prisma', 'public', 'tests'])
    expect(folderAt('')).toEqual(foldersIn('.').filter((name) => !name.startsWith('.')))
  })

  test('the folders of lib', () => {
    expect(folderAt('  ')).toEqual(foldersIn('lib'))
  })

  test('beside them only the tool files that the README names', () => {
    const paragraph = /Beside the folders stand only([\s\S]+?)\n\n/.exec(readme)?.[1] ?? ''
    const named = [...paragraph.matchAll(/`([^`]+)`/g)].map((match) => match[1])
    const beside = entriesOf('.').filter((name) => !folderAt('').includes(name))
    expect(named).toEqual(beside)
  })
})

test('every direct dependency has a reason in the README, and no other package has one', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const table = /## Dependencies\n[\s\S]+?\n\n(\|[\s\S]+?)\n\n/.exec(readme)?.[1] ?? ''
  const named = [...table.matchAll(/^\| `([^`]+)` +\| \S.{4,}\|$/gm)].map((match) => match[1])
  const direct = { ...dependencies, ...devDependencies, ...optionalDependencies }
  expect(named.toSorted()).toEqual(Object.keys(direct).toSorted())
})

test('every setting that the software reads is in the README', () => {
  const table = /## Settings\n[\s\S]+?\n\n(\|[\s\S]+?)\n\n/.exec(readme)?.[1] ?? ''
  const settings = readFileSync('lib/system/env.ts', 'utf8')
  const read = [...settings.matchAll(/^\s+([A-Z][A-Z_]+): /gm)].map((match) => match[1])
  expect(read.length).toBeGreaterThan(5)
  expect(read.filter((name) => !table.includes(`| \`${name}\` `))).toEqual([])
})

test('no folder and no file is a drawer for everything', () => {
  const drawers = /(^|\/)(utils?|helpers?|misc|common|shared|index)(\.tsx?|\/)/
  expect(sourceFiles().filter((file) => drawers.test(file))).toEqual([])
})

test('right answers are read from the database where they are scored and explained, and written where they are published', () => {
  const tables = /\b(item_key|rationale_translation|(tx|db)\.(itemKey|rationaleTranslation))\b/
  const touching = sourceFiles().filter((file) => /^(app|components|lib)\//.test(file))
  expect(touching.filter((file) => tables.test(readFileSync(file, 'utf8')))).toEqual([
    'lib/data/find-quiz-for-scoring.ts',
    'lib/data/library.ts',
    // These two compare keys in the database, and tell which items have the same or another one.
    'lib/data/refresher-plan.ts',
    'lib/data/regrade.ts',
    'lib/data/translation.ts',
  ])
})

test('a use case is one file, named by its verb and noun, in the folder of its area', () => {
  const files = sourceFiles().filter((file) => file.startsWith('lib/use-cases/'))
  expect(files.filter((file) => !/^lib\/use-cases\/[a-z-]+\/[a-z]+(-[a-z]+)+\.ts$/.test(file))).toEqual([])
})

describe('decision records', () => {
  const records = existsSync('lib/decisions') ? readdirSync('lib/decisions').toSorted() : []

  test('are numbered without a gap', () => {
    expect(records.length).toBeGreaterThan(0)
    expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1))
  })

  test.each(records)('%s has a day, a context, a decision and its consequences', (name) => {
    const text = readFileSync(path.join('lib/decisions', name), 'utf8')
    expect(name).toMatch(/^\d{4}(-[a-z0-9]+)+\.md$/)
    expect(text).toMatch(/^# .+\n\n\d{4}-\d{2}-\d{2}\n/)
    expect([...text.matchAll(/^## (\w+)$/gm)].map((match) => match[1])).toEqual([
      'Context',
      'Decision',
      'Consequences',
    ])
  })
})

function entriesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !ignored.some((pattern) => pattern !== '' && path.matchesGlob(name, pattern)))
    .toSorted()
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entriesOf(folder).includes(entry.name))
    .map((entry) => entry.name)
    .toSorted()
}
