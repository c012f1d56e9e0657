// plant: queue-library-only-in-jobs
import boss from 'pg-boss'

export const queue = boss
