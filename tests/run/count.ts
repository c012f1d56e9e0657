/** What a step found. A step that cannot say what it ran has failed once. */
export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const nothing: Count = { passed: 0, failed: 0, skipped: 0 }
export const onePassed: Count = { ...nothing, passed: 1 }
export const oneFailed: Count = { ...nothing, failed: 1 }

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    nothing,
  )
}

/** `12 passed, 0 failed`, with skipped tests named only where there are any. */
export function inWords({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * A runner's own count, doubted: a runner that ended badly without naming a failed test failed once, and so did one
 * that ran no test at all.
 */
export function doubted(count: Count, exitCode: number): Count {
  const ranNothing = count.passed + count.failed === 0
  return count.failed === 0 && (exitCode !== 0 || ranNothing) ? { ...count, failed: 1 } : count
}

type VitestReport = {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** Counts Vitest's JSON report. A file that could not be read counts as one failed test. */
export function countVitest({ testResults }: VitestReport): Count {
  const statuses = testResults.flatMap(({ status, assertionResults }) => {
    const own = assertionResults.map((result) => result.status)
    return status === 'failed' && !own.includes('failed') ? [...own, 'failed'] : own
  })
  const failed = statuses.filter((status) => status === 'failed').length
  const passed = statuses.filter((status) => status === 'passed').length
  return { passed, failed, skipped: statuses.length - passed - failed }
}

type PlaywrightReport = {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly unknown[]
}

/** Counts Playwright's JSON report. A journey that succeeds only sometimes has failed; so has the set-up, if it threw. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Count {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}
