/** An estimate with the interval that covers the true value in 95 of 100 such samples. */
export type Figure = { readonly value: number; readonly low: number; readonly high: number }

/** The 97.5th percentile of the standard normal distribution: two-sided intervals of 95 percent. */
export const normal95 = 1.959963984540054
