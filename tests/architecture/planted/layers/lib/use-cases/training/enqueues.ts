// plant: use-cases-import-downwards
import { jobContext } from '#lib/jobs/context'

export const enqueue = jobContext
