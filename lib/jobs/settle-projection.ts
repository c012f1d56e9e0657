import { database } from '#lib/jobs/context'
import type { JobHandler } from '#lib/jobs/job'
import { now } from '#lib/system/clock'
import { settleProjection } from '#lib/use-cases/operation/settle-projection'

/** Takes out of the projection what is over. */
export const settle: JobHandler = async () => settleProjection(await database(), now)
