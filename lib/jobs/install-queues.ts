import { PgBoss, type Queue } from 'pg-boss'
import { heartbeat, jobs } from '#lib/jobs/registry'

const queueSchema = 'pgboss'

/**
 * Makes or updates the queue's own tables and one queue for each job, as the owner, and lets the application role read
 * and write them: the worker then needs no right to change a schema. Run at every start; safe from several at once.
 *
 * @param ownerUrl the owner role's address, connected directly.
 * @param applicationRole a plain lower-case name.
 */
export async function installQueues(ownerUrl: string, applicationRole: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false })
  const faults: unknown[] = []
  boss.on('error', (fault) => faults.push(fault))
  await boss.start()
  try {
    const existing = new Set((await boss.getQueues()).map(({ name }) => name))
    for (const { name } of jobs) await setQueue(boss, name, existing.has(name))
    await boss.getDb().executeSql(`
      GRANT USAGE ON SCHEMA ${queueSchema} TO ${applicationRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${applicationRole};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${queueSchema} TO ${applicationRole};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${applicationRole}`)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (faults.length > 0) throw faults[0]
}

async function setQueue(boss: PgBoss, name: string, exists: boolean): Promise<void> {
  // The policy of a queue stands for ever; the rest follows this version of Beacon.
  const { policy = 'standard', ...changeable } = optionsOf(name)
  if (exists) await boss.updateQueue(name, changeable)
  else await boss.createQueue(name, { policy, ...changeable })
}

function optionsOf(name: string): Omit<Queue, 'name'> {
  // Two of these waiting say no more than one, and an hour of them is enough to look at.
  if (name === heartbeat || jobs.some((job) => job.name === name && job.everySeconds))
    // A worker that is killed at such a job is found out by its silence, so that the other one goes on.
    return { policy: 'exclusive', retryLimit: 0, heartbeatSeconds: 30, deleteAfterSeconds: 3600 }
  return { policy: 'standard', retryLimit: 5, retryDelay: 30, retryBackoff: true, expireInSeconds: 600 }
}
