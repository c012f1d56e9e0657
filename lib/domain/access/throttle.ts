/** At most `points` tries of `key` within so many seconds, over all instances and restarts. */
export type Throttle = { readonly key: string; readonly points: number; readonly withinSeconds: number }
