// plant: web-root-imports-the-database-doors-only
import { client } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { attempts } from '#lib/data/training/attempts'

export const context = [client, inTransaction, enterSession, attempts]
