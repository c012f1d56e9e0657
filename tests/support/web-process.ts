import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { checkout } from '#lib/cli/checkout'
import { answers } from '#lib/cli/port'
import type { AppSecrets } from '#tests/support/personas'
import { freePort } from '#tests/support/started'

/** A web process beside the app of all journeys, on its database: one that may be killed. */
export type WebProcess = {
  readonly origin: string
  /** Resolves when it answers. */
  readonly start: () => Promise<void>
  /** Ends it at once, wherever it is. */
  readonly kill: () => Promise<void>
}

export async function webProcess(secrets: AppSecrets): Promise<WebProcess> {
  const place = { host: '127.0.0.1', port: Number(await freePort()) }
  const origin = `http://${place.host}:${place.port}`
  let child: ChildProcess | undefined
  return {
    origin,
    async start() {
      const command = ['lib/web/server.ts', '--hostname', place.host, '--port', String(place.port)]
      child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...command], {
        cwd: checkout,
        env: {
          PATH: process.env['PATH'],
          NODE_ENV: 'production',
          BEACON_URL: origin,
          PORT: String(place.port),
          DATABASE_URL: secrets.databaseUrl,
          AUTH_SECRET: secrets.authSecret,
          CERTIFICATE_KEY_FILE: secrets.certificateKeyFile,
        },
        stdio: 'ignore',
      })
      if (!(await answers(place, '/api/health', once(child, 'exit')))) throw new Error('the server ended')
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
