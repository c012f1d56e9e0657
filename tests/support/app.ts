import { openDatabase } from '#lib/cli/open-database'
import { invariant } from '#lib/domain/invariant'
import { launchSettingsFrom } from '#lib/system/env'
import type { AppSecrets } from '#tests/support/personas'
import { dataFolder, freePort, start } from '#tests/support/started'

/** The built app, serving on the embedded database with the cast played in. */
export type RunningApp = AppSecrets & {
  /** The owner role's address: for what the app itself may not do. */
  readonly databaseOwnerUrl: string
  /** Ends every process that `startApp` started and removes its data folder. Safe to call twice. */
  readonly stop: () => Promise<void>
}

/**
 * Starts the built app on a free port with a data folder of its own, plays in the cast, and waits until it serves. Throws
 * with everything that it wrote when it ends without that.
 */
export async function startApp(): Promise<RunningApp> {
  const data = dataFolder()
  const settings = { DATA_DIR: data.folder, HOST: '127.0.0.1', PORT: await freePort() }
  const app = start('start.ts', ['--demo'], settings)
  const stop = async () => {
    app.kill('SIGTERM')
    await app.ended
    data.remove()
  }
  try {
    await app.says(/Ctrl-C stops it/)
    return { ...(await secretsOf(settings)), stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

/** What the app's own processes know, read from its data folder as a command beside it would. */
async function secretsOf(settings: Record<string, string>): Promise<Omit<RunningApp, 'stop'>> {
  const read = launchSettingsFrom(settings)
  invariant('settings' in read, 'the settings of a test are right')
  const { ownerEnv: env } = await openDatabase(read.settings, { beside: true })
  const setting = (name: string) => {
    const value = env[name]
    invariant(value, `the app has ${name}`)
    return value
  }
  return {
    origin: read.settings.origin,
    databaseUrl: setting('DATABASE_URL'),
    databaseOwnerUrl: setting('DATABASE_OWNER_URL'),
    authSecret: setting('AUTH_SECRET'),
    certificateKeyFile: setting('CERTIFICATE_KEY_FILE'),
  }
}
