// plant: none
import type { Database } from '#lib/data/database'

export const attempts = (database: Database) => database
