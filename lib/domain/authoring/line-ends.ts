/** Lines end with one sign, as every editor and parser of ours counts them; a browser's form sends two. */
export const withPlainLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n')

/** A text with the line ends of the file that it came from: what nobody changed stays byte for byte. */
export function withLineEndsOf(before: string, text: string): string {
  const isWindows = before.includes('\r\n') && !/(?<!\r)\n/.test(before)
  return isWindows ? text.replaceAll('\n', '\r\n') : text
}
