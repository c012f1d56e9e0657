// plant: web-root-imports-the-database-doors-only
import { database } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { attempts } from '#lib/data/training/attempts'

export const context = [database, enterSession, attempts]
