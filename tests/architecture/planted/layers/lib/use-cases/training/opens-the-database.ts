// plant: database-opened-in-composition-roots-only
import { database } from '#lib/data/database'

export const opened = database
