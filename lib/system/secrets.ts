import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What this machine keeps to itself: made on the first start, kept in files that only its owner can read. */
export type Secrets = {
  readonly authSecret: string
  /** Ed25519 private key as PKCS 8 PEM. */
  readonly certificateKeyFile: string
}

/**
 * The value of one secret, made by `make` when there is none yet. Two processes that start at once get the same value,
 * since a link is made only where nothing stands. Mode 600 in a folder of mode 700.
 */
export function readOrCreateSecret(folder: string, name: string, make: () => string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const file = path.join(folder, name)
  try {
    return readFileSync(file, 'utf8')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
  }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, make(), { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8')
}

/** 384 random bits in letters, digits, `-` and `_`: fit for an address without escaping. */
export const randomSecret = () => randomBytes(48).toString('base64url')

const certificateKey = () =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey

type Given = { readonly [Name in keyof Secrets]: Secrets[Name] | undefined }

/** The secrets of the application, where the operator gives none. */
export function applicationSecrets(folder: string, given: Given): Secrets {
  const authSecret = given.authSecret ?? readOrCreateSecret(folder, 'auth-secret', randomSecret)
  if (given.certificateKeyFile) return { authSecret, certificateKeyFile: given.certificateKeyFile }
  readOrCreateSecret(folder, 'certificate-key.pem', certificateKey)
  return { authSecret, certificateKeyFile: path.join(folder, 'certificate-key.pem') }
}
