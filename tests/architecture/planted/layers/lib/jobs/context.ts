// plant: none
import boss from 'pg-boss'
import { database } from '#lib/data/database'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'

export const jobContext = [boss, database, submitAttempt]
