// plant: none
import { headers } from 'next/headers'
import * as z from 'zod'
import { options } from '#lib/auth/options'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'

export const command = [headers, z, options, submitAttempt]
