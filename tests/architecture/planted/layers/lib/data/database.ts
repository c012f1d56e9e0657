// plant: none
import { rule } from '#lib/domain/rule'
import { clock } from '#lib/system/clock'

export type Database = typeof rule
export const inTransaction = [rule, clock]
