import { hash, verify } from '@node-rs/argon2'

// OWASP's first argon2id choice: 19 MiB, two passes, one lane. The package's own default algorithm is argon2id.
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Nobody's: made with the settings above from random bytes that were thrown away.
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$RAucQA9kgiYTr1mJwXI03g$TlcrOqQM6Vnu5axg+kh+zfutCsWCjY6k7pIaOQGoUq0'

// Far above the policy's 128 characters. Normalising megabytes would cost more than the hash itself.
const longestTyped = 1024

/** The argon2id hash to store, as a PHC string. The password has passed `passwordProblems` before. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), settings)
}

/**
 * Whether the password is the one that was hashed. With no hash (no such person, or no password set yet) it does the
 * same work and answers false, so that time does not tell which e-mails are known.
 *
 * Throws when the stored hash is not a PHC string.
 */
export async function verifyPassword(storedHash: string | undefined, password: string): Promise<boolean> {
  const tooLong = password.length > longestTyped
  const matches = await verify(storedHash ?? nobodysHash, tooLong ? '' : password.normalize('NFKC'))
  return matches && !tooLong && storedHash !== undefined
}
