// plant: none
import { jobContext } from '#lib/jobs/context'

export const worker = jobContext
