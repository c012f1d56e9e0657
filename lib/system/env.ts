import * as z from 'zod'

/** Everything that the environment decides about a running process. Validated once, at the first look. */
export type Settings = {
  /** The public origin, for example `https://training.example.org`. Links and the same-origin check use it alone. */
  readonly origin: string
  /** The application role's address. */
  readonly databaseUrl: string
  readonly authSecret: string
  /** Ed25519 private key as PKCS 8 PEM. */
  readonly certificateKeyFile: string
  /** Undefined: mail waits in the outbox. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
}

const schema = z
  .object({
    BEACON_URL: z.url({
      protocol: /^https?$/,
      error: 'must be an address such as https://training.example.org',
    }),
    DATABASE_URL: z.string({ error: 'is missing' }).min(1, 'is empty'),
    AUTH_SECRET: z.string({ error: 'is missing' }).min(32, 'must have at least 32 characters'),
    CERTIFICATE_KEY_FILE: z.string({ error: 'is missing' }).min(1, 'is empty'),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@host:465' })
      .optional(),
    MAIL_FROM: z.email({ error: 'must be an e-mail address' }).default('training@localhost.localdomain'),
  })
  .transform(
    (env): Settings => ({
      origin: new URL(env.BEACON_URL).origin,
      databaseUrl: env.DATABASE_URL,
      authSecret: env.AUTH_SECRET,
      certificateKeyFile: env.CERTIFICATE_KEY_FILE,
      smtpUrl: env.SMTP_URL,
      mailFrom: env.MAIL_FROM,
    }),
  )

let known: Settings | undefined

/** Throws one line for each fault, with the setting's name, what is wrong, and never its value. */
export function settings(): Settings {
  known ??= settingsFrom(process.env)
  return known
}

export function settingsFrom(env: Record<string, string | undefined>): Settings {
  const parsed = schema.safeParse(env)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new Error(`The settings cannot be used:\n${lines.join('\n')}`)
}
