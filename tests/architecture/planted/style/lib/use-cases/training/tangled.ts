// plant: complexity/noExcessiveCognitiveComplexity
export function tangle(rows: readonly number[][]): number {
  let sum = 0
  for (const row of rows) {
    for (const cell of row) {
      if (cell > 0) {
        if (cell > 10) {
          sum += 10
        } else if (cell > 5 && cell !== 7) {
          sum += 5
        }
      }
    }
  }
  return sum
}
