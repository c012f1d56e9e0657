import { checkHealth } from '#lib/use-cases/operation/check-health'
import { clock, database } from '#lib/web/context'

/** For the operator's monitor: names and states, no values. 503 tells a load balancer to look elsewhere. */
export async function GET(): Promise<Response> {
  const health = await checkHealth(database(), clock)
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
