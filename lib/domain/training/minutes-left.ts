// Read by a script in the browser, so it imports nothing.

/** What is told of the time that is left, in minutes, the most first: few steps, since a countdown only frightens. */
export const toldMinutes = [240, 180, 120, 90, 60, 45, 30, 20, 15, 10, 5, 2] as const

/** "More than this many minutes are left": the step below what is left, 0 below the last one, null where the time is over. */
export function minutesTold(secondsLeft: number): number | null {
  if (secondsLeft <= 0) return null
  return toldMinutes.find((minutes) => secondsLeft > minutes * 60) ?? 0
}
