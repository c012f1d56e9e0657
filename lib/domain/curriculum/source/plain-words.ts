const inside = /[\\`*_[\]<{}|]/g
const atLineStart = /^(?:([#>+=:~-])|(\d+)([.)]))/
const code = /^(i)(?=mport\b)|^(e)(?=xport\b)/

function escapedLine(line: string): string {
  return line
    .replace(/&(?=[#a-z])/gi, '&amp;')
    .replace(inside, '\\$&')
    .replace(atLineStart, (_, sign?: string, number?: string, stop?: string) =>
      sign === undefined ? `${number}\\${stop}` : `\\${sign}`,
    )
    .replace(code, (letter) => `&#${letter.charCodeAt(0)};`)
}

/** Words as somebody types them who knows no Markdown, in one line of it: every sign means itself. */
export const plainLine = (words: string): string => escapedLine(words.replace(/\s+/g, ' ').trim())

/** The same for several paragraphs: each line typed becomes one. */
export function plainParagraphs(words: string): string {
  return words
    .split(/[\r\n]+/)
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n\n')
}
