// plant: none
import boss from 'pg-boss'
import { client } from '#lib/data/client'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'

export const jobContext = [boss, client, submitAttempt]
