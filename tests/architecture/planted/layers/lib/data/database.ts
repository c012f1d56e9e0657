// plant: none
import pg from 'pg'
import { rule } from '#lib/domain/rule'
import { clock } from '#lib/system/clock'

export type Database = typeof pg
export const database = [pg, rule, clock]
