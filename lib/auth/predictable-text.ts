const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
]
const walks = [...rows, ...rows.map((row) => [...row].reverse().join(''))]

/** `passwordpass` gives `password`; text that does not repeat itself comes back whole. */
export function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length)
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit
  }
  return text
}

/** The text without one character three times or more in a row, and without walks of four or more along a row of keys. */
export function withoutWalks(text: string): string {
  let rest = text.replace(/(.)\1{2,}/gsu, '$1')
  for (let length = Math.min(rest.length, 36); length >= 4; length -= 1) rest = cutWalks(rest, length)
  return rest
}

function cutWalks(text: string, length: number): string {
  for (let start = 0; start + length <= text.length; start += 1) {
    const piece = text.slice(start, start + length)
    if (walks.some((walk) => walk.includes(piece))) {
      return text.slice(0, start) + cutWalks(text.slice(start + length), length)
    }
  }
  return text
}
