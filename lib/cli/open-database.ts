import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openDataFolder } from '#lib/cli/data-folder'
import { alreadyRunning, ownDataFolder, readInstance } from '#lib/cli/instance'
import { initialise } from '#lib/cli/postgres/initialise'
import type { PostgresPlace } from '#lib/cli/postgres/place'
import { postgresPrograms } from '#lib/cli/postgres/programs'
import { type PostgresServer, postgresUrl, startPostgres, stopLeftBehind } from '#lib/cli/postgres/server'
import { StartRefusal } from '#lib/cli/start-refusal'
import { say, step } from '#lib/cli/steps'
import type { Environment, LaunchSettings } from '#lib/system/env'
import { applicationSecrets, randomSecret, readOrCreateSecret } from '#lib/system/secrets'

/** A database that is up, and what a process needs to know to use it. */
export type OpenDatabase = {
  /** For web and worker: the application role's address and the application's secrets. */
  readonly env: Environment
  /** For commands that change schema or library: the above, and the other roles' addresses. */
  readonly ownerEnv: Environment
  /** Resolves when the server has ended of itself. */
  readonly lost: Promise<void>
  /** False beside another process, which has brought the schema up to date already. */
  readonly own: boolean
  readonly close: () => Promise<void>
}

export type Opening = {
  readonly beside: boolean
  /** Run when the data folder is ours, before anything is started. Throws to refuse the start. */
  readonly check?: () => Promise<void>
}

const never = new Promise<void>(() => undefined)

/**
 * Opens the database that the settings name: the operator's own server, or the embedded one, which is started here.
 * Where another process owns the embedded one, `beside` uses it with that process, and otherwise the start is refused.
 */
export async function openDatabase(
  settings: LaunchSettings,
  { beside, check }: Opening,
): Promise<OpenDatabase> {
  const { path: folder, account } = openDataFolder(settings.dataDir, settings.database.kind === 'embedded')
  const secretFolder = path.join(folder, 'secrets')
  const common = { ...applicationEnv(settings, secretFolder), DATA_DIR: folder }
  if (settings.database.kind === 'external') {
    await check?.()
    const env = { ...common, DATABASE_URL: settings.database.url }
    const ownerEnv = { ...env, DATABASE_OWNER_URL: settings.database.ownerUrl }
    return { env, ownerEnv, lost: never, own: true, close: async () => undefined }
  }
  const password = (role: string) => readOrCreateSecret(secretFolder, `database-${role}`, randomSecret)
  const superuserPassword = password('superuser')
  const addresses = (server: Pick<PostgresServer, 'host' | 'port'>) => {
    const url = postgresUrl(server, 'beacon_app', password('app'), 'beacon')
    const env = { ...common, DATABASE_URL: url }
    const ownerUrl = postgresUrl(server, 'beacon_owner', password('owner'), 'beacon')
    const superuserUrl = postgresUrl(server, 'postgres', superuserPassword, 'postgres')
    return { env, ownerEnv: { ...env, DATABASE_OWNER_URL: ownerUrl, BEACON_SUPERUSER_URL: superuserUrl } }
  }
  const ownership = ownDataFolder(folder, settings.origin)
  if (!ownership) {
    const server = beside ? readInstance(folder)?.database : undefined
    if (!server) throw alreadyRunning(folder)
    return { ...addresses(server), lost: never, own: false, close: async () => undefined }
  }
  try {
    await check?.()
    say(`✓ Data in ${folder}`)
    const programs = postgresPrograms(folder, account)
    const server = await startServer({ folder, account, programs, superuserPassword, durable: true })
    ownership.announce({ host: server.host, port: server.port })
    const close = async () => {
      await server.stop()
      ownership.release()
    }
    return { ...addresses(server), lost: server.ended, own: true, close }
  } catch (fault) {
    ownership.release()
    throw fault
  }
}

async function startServer(place: PostgresPlace): Promise<PostgresServer> {
  if (stopLeftBehind(place)) say('✓ Stopped a database that a killed start had left running')
  return step('Database ready', () => {
    initialise(place)
    return startPostgres(place)
  })
}

function applicationEnv(settings: LaunchSettings, secretFolder: string): Environment {
  if (settings.certificateKeyFile) requireCertificateKey(settings.certificateKeyFile)
  const earlierKeys = settings.certificateEarlierKeysFile
  if (earlierKeys) requireEarlierKeys(earlierKeys)
  const secrets = applicationSecrets(secretFolder, settings)
  return {
    ...process.env,
    BEACON_URL: settings.origin,
    AUTH_SECRET: secrets.authSecret,
    CERTIFICATE_KEY_FILE: path.resolve(secrets.certificateKeyFile),
    CERTIFICATE_EARLIER_KEYS_FILE: earlierKeys && path.resolve(earlierKeys),
    DATABASE_OWNER_URL: undefined,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

function requireCertificateKey(file: string): void {
  try {
    if (createPrivateKey(readFileSync(file)).asymmetricKeyType === 'ed25519') return
  } catch {
    // The words below fit every way in which it is not a key.
  }
  throw new StartRefusal(
    `CERTIFICATE_KEY_FILE must name a readable Ed25519 private key in PEM, for example from: openssl genpkey -algorithm ed25519`,
  )
}

function requireEarlierKeys(file: string): void {
  const words = `CERTIFICATE_EARLIER_KEYS_FILE must name a readable file of Ed25519 public keys in PEM, one after another, for example from: openssl pkey -in old-key.pem -pubout`
  try {
    const text = readFileSync(file, 'utf8')
    const blocks = text.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g) ?? []
    const areKeys = blocks.every((block) => createPublicKey(block).asymmetricKeyType === 'ed25519')
    if (blocks.length > 0 && areKeys && !text.includes('PRIVATE KEY')) return
  } catch {
    // The words below fit every way in which it is no such file.
  }
  throw new StartRefusal(words)
}
