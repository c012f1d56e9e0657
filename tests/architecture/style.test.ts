import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { brokenBy, caught, plantedFolder, plantsIn } from '#tests/architecture/plants'

type RuleSettings = Record<string, Record<string, string | { level: string }>>
type Settings = {
  linter: { rules: Record<string, unknown> }
  overrides: { linter?: { rules?: RuleSettings } }[]
}

const plants = plantsIn('style')
const garden = mkdtempSync(path.join(tmpdir(), 'planted-style-'))
const reports = lintTheGarden()

afterAll(() => rmSync(garden, { recursive: true }))

describe('every planted fault of style is caught, and nothing else is', () => {
  const found = caught(plants, reports)
  test.each([...plants])('%s breaks %j', (file, broken) => {
    expect(found.get(file)).toEqual(broken)
  })
})

test('every rule that we turned on by name has a plant, and so has our own', () => {
  expect(brokenBy(plants)).toEqual([...rulesTurnedOn(), 'plugin'].toSorted())
})

/** The plants are excluded from the repository's own check, so they are linted where the same file excludes nothing. */
function lintTheGarden() {
  cpSync(path.join(plantedFolder, 'style'), garden, { recursive: true })
  cpSync('biome.json', path.join(garden, 'biome.json'))
  cpSync('tests/architecture/rules', path.join(garden, 'tests/architecture/rules'), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(garden, 'node_modules'), 'junction')
  const biome = path.resolve('node_modules/@biomejs/biome/bin/biome')
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: garden, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string } }[]
  }
  return diagnostics.map(({ category, location }) => ({
    file: location.path,
    rule: category.replace('lint/', ''),
  }))
}

function rulesTurnedOn(): string[] {
  const { linter, overrides } = JSON.parse(readFileSync('biome.json', 'utf8')) as Settings
  const { preset: _, ...groups } = linter.rules
  const settings = [groups as RuleSettings, ...overrides.map((override) => override.linter?.rules ?? {})]
  const names = settings.flatMap((rules) =>
    Object.entries(rules).flatMap(([group, named]) =>
      Object.entries(named)
        .filter(([, setting]) => setting !== 'off')
        .map(([rule]) => `${group}/${rule}`),
    ),
  )
  return [...new Set(names)]
}
