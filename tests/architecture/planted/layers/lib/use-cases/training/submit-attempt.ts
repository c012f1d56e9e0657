// plant: none
import { type Database, inTransaction } from '#lib/data/database'
import { attempts } from '#lib/data/training/attempts'
import { findQuizForScoring } from '#lib/data/training/find-quiz-for-scoring'
import { rule } from '#lib/domain/rule'
import { letter } from '#lib/mail/letter'
import { clock } from '#lib/system/clock'

export const parts = [inTransaction, attempts, findQuizForScoring, rule, letter, clock]
export const submitAttempt = (database: Database) => [database, ...parts]
