import { importWaits, projectionWaits } from '#lib/data/waiting-work'
import type { JobDefinition } from '#lib/jobs/job'

/** Its completed jobs are how the health answer knows that a worker is alive and that the queue moves. */
export const heartbeat = 'heartbeat'

/** Everything that the worker does. A new job is one line here; its queue is made at the next start. */
export const jobs: readonly JobDefinition[] = [
  { name: heartbeat, cron: '* * * * *', load: async () => async () => undefined },
  {
    name: 'send-mail',
    everySeconds: 10,
    load: async () => (await import('#lib/jobs/send-mail')).sendMail,
  },
  {
    name: 'bring-up-projection',
    everySeconds: 5,
    waits: projectionWaits,
    load: async () => (await import('#lib/jobs/bring-up-projection')).bringUp,
  },
  {
    name: 'settle-projection',
    cron: '23 9 * * *',
    catchesUp: true,
    load: async () => (await import('#lib/jobs/settle-projection')).settle,
  },
  {
    name: 'keep-posts',
    cron: '4 * * * *',
    catchesUp: true,
    load: async () => (await import('#lib/jobs/keep-posts')).keepAllPosts,
  },
  {
    // Days begin on a quarter of an hour in every zone.
    name: 'publish-planned',
    cron: '1,16,31,46 * * * *',
    catchesUp: true,
    load: async () => (await import('#lib/jobs/publish-planned')).publishAllPlanned,
  },
  {
    // Looked at often, done once a day: each practice has its own morning.
    name: 'plan-reminders',
    everySeconds: 60,
    load: async () => (await import('#lib/jobs/plan-reminders')).planTheDay,
  },
  {
    // As reminders: looked at often, done once a day and practice.
    name: 'plan-refreshers',
    everySeconds: 60,
    load: async () => (await import('#lib/jobs/plan-refreshers')).offerRefreshers,
  },
  {
    name: 'import-rosters',
    everySeconds: 2,
    waits: importWaits,
    load: async () => (await import('#lib/jobs/roster-import')).importRosters,
  },
  {
    name: 'remove-expired',
    cron: '41 8 * * *',
    catchesUp: true,
    load: async () => (await import('#lib/jobs/remove-expired')).removeWhatExpired,
  },
]
