// The few functions of the F distribution that reliability needs. Numbers as in the NIST Digital Library of Mathematical
// Functions (https://dlmf.nist.gov), release 1.2: the incomplete beta function as the continued fraction 8.17.22, evaluated
// by the method of Lentz (1976) as modified by Thompson and Barnett (1986); ln Γ by Stirling's series, 5.11.1.

/** ln Γ(x) for x > 0. Stirling's series needs a large argument; Γ(x+1) = xΓ(x) leads there. */
function logGamma(x: number): number {
  let shift = 0
  let y = x
  for (; y < 12; y += 1) shift += Math.log(y)
  const inverse = 1 / (y * y)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / y
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift
}

/** The regularised incomplete beta function I_x(a, b), for a, b > 0 and x from 0 to 1. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast below the mean; beyond it the two ends change places.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const logFront = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)
  return (Math.exp(logFront) / a) * betaFraction(x, a, b)
}

function betaFraction(x: number, a: number, b: number): number {
  const floor = 1e-300
  const away = (value: number) => (Math.abs(value) < floor ? floor : value)
  let upper = 1
  let lower = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = lower
  for (let step = 1; step <= 1000; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step))
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1))
    let change = 1
    for (const term of [even, odd]) {
      lower = 1 / away(1 + term * lower)
      upper = away(1 + term / upper)
      change = lower * upper
      value *= change
    }
    if (Math.abs(change - 1) < 1e-14) break
  }
  return value
}

/** The value below which a share `probability` of the F distribution with these degrees of freedom lies, by bisection. */
export function quantileOfF(probability: number, freedomAbove: number, freedomBelow: number): number {
  // F = (freedomBelow / freedomAbove) · x / (1 - x) where x follows the beta distribution of half the degrees.
  let low = 0
  let high = 1
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2
    if (incompleteBeta(middle, freedomAbove / 2, freedomBelow / 2) < probability) low = middle
    else high = middle
  }
  return (freedomBelow * low) / (freedomAbove * (1 - low))
}
