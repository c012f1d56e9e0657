// plant: database-library-only-in-data
import pg from 'pg'

export const sql = pg
