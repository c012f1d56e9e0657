import { createHash } from 'node:crypto'
import path from 'node:path'

/** The folder that holds this copy of Beacon. */
export const checkout = path.resolve(import.meta.dirname, '..', '..')

/** Twelve letters and digits that tell this checkout from others on the same machine. */
export const checkoutName = createHash('sha256').update(checkout).digest('hex').slice(0, 12)
