import type { JobHandler } from '#lib/jobs/job'
import { settleProjection } from '#lib/use-cases/operation/settle-projection'

/** Takes out of the projection what is over. */
export const settle: JobHandler = async ({ database, clock }) => settleProjection(await database(), clock)
