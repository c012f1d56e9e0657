/** The value below which this share of the sorted values lies (nearest rank); NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Two digits after the point: enough for a report. */
export const rounded = (value: number) => Math.round(value * 100) / 100
