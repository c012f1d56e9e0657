// plant: sign-in-library-only-in-auth
import { hash } from '@node-rs/argon2'

export const hashed = hash
