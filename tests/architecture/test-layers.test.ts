import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourceFiles } from '#tests/architecture/cruise'
import { countPlaywright, countVitest, doubted, inWords, nothing } from '#tests/run/count'
import { steps } from '#tests/run/steps'

const layers = ['adapters', 'integration', 'http', 'content', 'architecture', 'faults']

test('every test file lies where a runner looks for it', () => {
  const places = [
    /^lib\/.+\.test\.ts$/,
    new RegExp(`^tests/(${layers.join('|')})/.+\\.test\\.ts$`),
    /^tests\/e2e\/.+\.spec\.ts$/,
  ]
  const files = sourceFiles().filter((file) => /\.(test|spec)\.tsx?$/.test(file))
  expect(files.filter((file) => !places.some((place) => place.test(file)))).toEqual([])
})

test('lint, types, layers and dead code are steps of their own, then every layer, then the journeys', () => {
  expect(steps.map((step) => step.name)).toEqual([
    'style',
    'types',
    'layers',
    'unused',
    'domain',
    ...layers,
    'journeys',
  ])
})

test('no build or script hides a check, and styles are compiled by their own plugin alone', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  expect(
    Object.values(scripts).filter((script) => /\b(biome|tsc|tailwind|depcruise|knip)\b/.test(script)),
  ).toEqual([])
  expect(readFileSync('next.config.ts', 'utf8')).toContain('typescript: { ignoreBuildErrors: true }')
  expect(readFileSync('postcss.config.mjs', 'utf8')).toContain("{ '@tailwindcss/postcss': {} }")
})

test('settings live in one file for each tool', () => {
  const files = [
    'biome.json',
    'tsconfig.json',
    'knip.json',
    'vitest.config.ts',
    'playwright.config.ts',
    '.dependency-cruiser.mjs',
  ]
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  expect(globSync('{app,components,content,lib,prisma,public}/**/{biome,tsconfig,knip}.json*')).toEqual([])
})

test('a runner that ran nothing has failed', () => {
  expect(doubted(nothing, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a runner that ended badly after good tests has failed once', () => {
  expect(doubted({ passed: 7, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 7, failed: 1, skipped: 0 })
})

test('a test file that cannot be read is one failed test', () => {
  const report = {
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 2, failed: 2, skipped: 1 })
})

test('a journey that succeeds only sometimes has failed', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 0 }
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 1, skipped: 0 })
})

test('the last line names skipped tests only where there are any', () => {
  expect(inWords({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(inWords({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped')
})
