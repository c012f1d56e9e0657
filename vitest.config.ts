import { configDefaults, defineConfig } from 'vitest/config'

// Only for what hangs: on a machine kept busy by others a good test may take many times as long.
const patience = 180_000

const beside = 'lib/**/*.test.ts'

/** The domain's rules must not depend on where the server stands: the same tests run far west and far east. */
function domainIn(zone: string) {
  return {
    extends: true as const,
    test: {
      name: `domain ${zone}`,
      include: ['lib/domain/**/*.test.ts'],
      env: { TZ: zone },
      // Properties over years of history: seconds alone, far more on a busy machine. It is no promise about speed.
      testTimeout: patience,
    },
  }
}

type LayerOptions = {
  include?: string[]
  exclude?: string[]
  /** An empty migrated database for each file. */
  database?: true
  /** The built app, started once for all files. */
  app?: true
}

/** One layer of tests: `tests/<name>`, and for the adapters also what lies beside the code. */
function layer(name: string, options: LayerOptions = {}) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`, ...(options.include ?? [])],
      exclude: [...configDefaults.exclude, 'tests/architecture/planted/**', ...(options.exclude ?? [])],
      testTimeout: patience,
      hookTimeout: patience,
      globalSetup: [
        ...(options.database ? ['./tests/support/database-server.ts'] : []),
        ...(options.app ? ['./tests/support/served-app.ts'] : []),
      ],
    },
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    setupFiles: ['./tests/support/console-error-fails.ts'],
    projects: [
      domainIn('Pacific/Honolulu'),
      domainIn('Pacific/Kiritimati'),
      layer('adapters', { include: [beside], exclude: ['lib/domain/**'] }),
      layer('integration', { database: true }),
      layer('http', { app: true }),
      layer('content'),
      layer('architecture'),
      layer('faults', { database: true }),
    ],
  },
})
