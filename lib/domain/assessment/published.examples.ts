// Worked examples that others published. Numbers are facts; the sources say where to read them.

/**
 * Section 6 of the Law School Admission Test: how many of 1000 people gave each pattern of five answers, from 00000 (all
 * wrong) to 11111, counted as binary numbers. R. D. Bock and M. Lieberman (1970), "Fitting a response model for n
 * dichotomously scored items", Psychometrika 35, 179-197.
 */
const patternCounts = [
  3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61,
  28, 298,
]

export const lawSchoolRows: readonly (readonly number[])[] = patternCounts.flatMap((people, pattern) =>
  Array.from({ length: people }, () => [16, 8, 4, 2, 1].map((bit) => (pattern & bit ? 1 : 0))),
)

/**
 * What `descript(LSAT)` of the R package ltm prints for them, to its four decimals: D. Rizopoulos (2006), "ltm: an R package
 * for latent variable modeling and item response theory analyses", Journal of Statistical Software 17(5).
 */
export const lawSchoolPublished = {
  facility: [0.924, 0.709, 0.553, 0.763, 0.87],
  /** Point-biserial with the total without the item. */
  discrimination: [0.1128, 0.1532, 0.1728, 0.1444, 0.1216],
  alpha: 0.295,
}

/**
 * Table I of R. G. Newcombe (1998), "Two-sided confidence intervals for the single proportion: comparison of seven methods",
 * Statistics in Medicine 17, 857-872: the score method without continuity correction.
 */
export const newcombe = [
  { right: 81, people: 263, low: 0.2553, high: 0.3662 },
  { right: 15, people: 148, low: 0.0624, high: 0.1605 },
  { right: 0, people: 20, low: 0, high: 0.1611 },
  { right: 1, people: 29, low: 0.0061, high: 0.1718 },
]

/** Table 2 of P. E. Shrout and J. L. Fleiss (1979): four judges rate six targets. They print .44 and .91. */
export const shroutFleissRows = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]
