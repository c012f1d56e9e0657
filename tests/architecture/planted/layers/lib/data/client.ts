// plant: none
import pg from 'pg'
import type { Database } from '#lib/data/database'

export const client = (database: Database) => [pg, database]
