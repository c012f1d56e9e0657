import * as z from 'zod'

// The only reader of the environment. A setting that is set to nothing counts as not set.

/** Everything that the environment decides about a running process. Validated once, at the first look. */
export type Settings = {
  /** The public origin, for example `https://training.example.org`. Links and the same-origin check use it alone. */
  readonly origin: string
  /** The application role's address. */
  readonly databaseUrl: string
  readonly authSecret: string
  /** Ed25519 private key as PKCS 8 PEM. */
  readonly certificateKeyFile: string
  /** Public halves of keys that signed certificates before, as PEM blocks one after another. */
  readonly certificateEarlierKeysFile: string | undefined
  /** Undefined: mail waits in the outbox. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** The folder that holds what this machine keeps: its free space is part of the health answer. */
  readonly dataDir: string
  /** How much the pictures of one practice may take, drafts and published versions together. */
  readonly pictureQuotaBytes: number
}

/** What a start is asked to do, before it has made what is not given: the database, the secrets, the data folder. */
export type LaunchSettings = {
  readonly host: string
  readonly port: number
  readonly origin: string
  readonly dataDir: string | undefined
  readonly database: { kind: 'embedded' } | { kind: 'external'; url: string; ownerUrl: string }
  readonly authSecret: string | undefined
  readonly certificateKeyFile: string | undefined
  readonly certificateEarlierKeysFile: string | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const databaseAddress = 'must be an address such as postgresql://beacon_app:password@host:5432/beacon'
const database = z.string({ error: 'is missing' }).regex(/^postgres(ql)?:\/\/\S+$/, databaseAddress)
const secret = z
  .string({ error: 'is missing' })
  .min(32, {
    abort: true,
    error: 'is too short: give at least 32 random characters, for example from `openssl rand -base64 48`',
  })
  .refine(
    isUnguessable,
    'is a known default or a pattern: give random characters, for example from `openssl rand -base64 48`',
  )

const mail = {
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@host:465' })
    .optional(),
  MAIL_FROM: z
    .email({ error: 'must be an e-mail address, such as training@practice.example' })
    .default('training@localhost.localdomain'),
}
const quotaError = 'must be a whole number of megabytes from 1 to 100000, such as 100'
const pictures = {
  PICTURE_QUOTA_MB: z
    .string()
    .regex(/^\d{1,6}$/, quotaError)
    .transform(Number)
    .refine((megabytes) => megabytes >= 1 && megabytes <= 100_000, quotaError)
    .default(100),
}
const origin = z
  .url({
    protocol: /^https?$/,
    abort: true,
    error: 'must be an address such as https://training.example.org',
  })
  .refine(
    (text) => isBareOrigin(text),
    'must end after the host and port: no path, no question mark, no user',
  )
  .transform((text) => new URL(text).origin)

const running = z
  .object({
    BEACON_URL: origin,
    DATABASE_URL: database,
    AUTH_SECRET: secret,
    CERTIFICATE_KEY_FILE: z.string({ error: 'is missing' }),
    CERTIFICATE_EARLIER_KEYS_FILE: z.string().optional(),
    DATA_DIR: z.string().default('.'),
    ...mail,
    ...pictures,
  })
  .transform(
    (env): Settings => ({
      origin: env.BEACON_URL,
      databaseUrl: env.DATABASE_URL,
      authSecret: env.AUTH_SECRET,
      certificateKeyFile: env.CERTIFICATE_KEY_FILE,
      certificateEarlierKeysFile: env.CERTIFICATE_EARLIER_KEYS_FILE,
      smtpUrl: env.SMTP_URL,
      mailFrom: env.MAIL_FROM,
      dataDir: env.DATA_DIR,
      pictureQuotaBytes: env.PICTURE_QUOTA_MB * 1_000_000,
    }),
  )

const portError = 'must be a whole number from 1 to 65535, such as 3000'
const launching = z
  .object({
    HOST: z
      .string()
      .regex(/^[0-9A-Za-z.:-]+$/, 'must be a host name or an IP address, such as 127.0.0.1')
      .default('127.0.0.1'),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, portError)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, portError)
      .default(3000),
    BEACON_URL: origin.optional(),
    DATA_DIR: z.string().optional(),
    DATABASE_URL: database.optional(),
    DATABASE_OWNER_URL: database.optional(),
    AUTH_SECRET: secret.optional(),
    CERTIFICATE_KEY_FILE: z.string().optional(),
    CERTIFICATE_EARLIER_KEYS_FILE: z.string().optional(),
    LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
    ...mail,
    ...pictures,
  })
  .transform(
    (env): LaunchSettings => ({
      host: env.HOST,
      port: env.PORT,
      origin: env.BEACON_URL ?? defaultOrigin(env.HOST, env.PORT),
      dataDir: env.DATA_DIR,
      database:
        env.DATABASE_URL && env.DATABASE_OWNER_URL
          ? { kind: 'external', url: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL }
          : { kind: 'embedded' },
      authSecret: env.AUTH_SECRET,
      certificateKeyFile: env.CERTIFICATE_KEY_FILE,
      certificateEarlierKeysFile: env.CERTIFICATE_EARLIER_KEYS_FILE,
    }),
  )

let known: Settings | undefined

/** What a process of Beacon runs with: web, worker, or a command that `start` has given a database. */
export function settings(): Settings {
  known ??= settingsFrom(process.env)
  return known
}

/** Throws one line for each fault, with the setting's name, what is wrong, and never its value. */
export function settingsFrom(env: Environment): Settings {
  const parsed = running.safeParse(withoutEmpty(env))
  if (parsed.success) return parsed.data
  throw new Error(`The settings cannot be used:\n${faultLines(parsed.error).join('\n')}`)
}

/** The same for the start itself, where a fault is something that a person can mend: the lines, or the settings. */
export function launchSettingsFrom(
  env: Environment,
): { readonly settings: LaunchSettings } | { readonly faults: readonly string[] } {
  const given = withoutEmpty(env)
  const parsed = launching.safeParse(given)
  const faults = [...(parsed.error ? faultLines(parsed.error) : []), ...disagreements(given)]
  return parsed.success && faults.length === 0 ? { settings: parsed.data } : { faults }
}

/** What is wrong with settings that are each fine alone. */
function disagreements(env: Environment): string[] {
  const { DATABASE_URL: application, DATABASE_OWNER_URL: owner, SMTP_URL: smtp, MAIL_FROM: from } = env
  const lines: string[] = []
  if (Boolean(application) !== Boolean(owner)) {
    lines.push(
      `${application ? 'DATABASE_OWNER_URL' : 'DATABASE_URL'} is missing: set both addresses for a server of your own, or neither for the embedded one`,
    )
  } else if (application && userOf(application) === userOf(owner)) {
    lines.push(
      'DATABASE_URL names the same role as DATABASE_OWNER_URL: the application must not own its tables',
    )
  }
  if (smtp && !from)
    lines.push('MAIL_FROM is missing: with SMTP_URL set, say the address that mail comes from')
  return lines
}

/** The owner role's address, where the start has given one: only to commands that change the schema or the library. */
export function ownerDatabaseUrl(): string {
  const parsed = database.safeParse(process.env['DATABASE_OWNER_URL'])
  if (parsed.success) return parsed.data
  throw new Error(`The settings cannot be used:\nDATABASE_OWNER_URL ${parsed.error.issues[0]?.message}`)
}

/** The address by which the roles of the embedded database are made. Undefined on a server of the operator's own. */
export const superuserDatabaseUrl = () => process.env['BEACON_SUPERUSER_URL']

/** Whether this is the development server, whose own tools need what nothing else may. */
export const isDevelopment = () => process.env['NODE_ENV'] === 'development'

/** Whether the public origin is https, which browsers are then told to remember. */
export const isServedOverHttps = () => process.env['BEACON_URL']?.startsWith('https:') ?? false

/** Whoever follows a start reads plain words; what went well is logged only where that is asked for. */
export function logLevel(): (typeof logLevels)[number] {
  return logLevels.find((level) => level === process.env['LOG_LEVEL']) ?? 'warn'
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
}

function faultLines(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
}

/** Words that stand in examples and templates, and strings of few different characters, are tried first by anybody. */
function isUnguessable(text: string): boolean {
  const template = /change.?me|secret|password|example|default|replace|your.|1234567|abcdefg|qwerty/i
  return new Set(text).size >= 12 && !template.test(text)
}

function isBareOrigin(text: string): boolean {
  const { origin: bare, href } = new URL(text)
  return href === `${bare}/`
}

function userOf(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? decodeURIComponent(new URL(address).username) : undefined
}

/** A server that listens on every address is reached, from its own machine, on the loopback one. */
function defaultOrigin(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return new URL(`http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`).origin
}
