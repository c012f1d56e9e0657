import { isScalar, isSeq } from 'yaml'
import { parsedYaml } from '#lib/content/parsed-yaml'

/** What our YAML files hold. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue }

/** How a text is written now, as the parser names it; undefined for what is new. */
export type Style = string | undefined

/** Whether a text may stand without quotes and is read as the same text. */
function isPlain(text: string, inFlow: boolean): boolean {
  if (text === '' || text.trim() !== text || /[\r\n]/.test(text)) return false
  const read = parsedYaml(inFlow ? `[${text}]` : `- ${text}`)
  if (!read.ok || read.value.document.warnings.length > 0) return false
  const { contents } = read.value.document
  const items = isSeq(contents) ? contents.items : []
  const [item] = items
  return items.length === 1 && isScalar(item) && item.value === text
}

/** A text, number, yes or nothing on one line, in the quotes that stood there, or in none where none are needed. */
function scalarText(value: string | number | boolean | null, style: Style, inFlow: boolean): string {
  if (typeof value !== 'string') return String(value)
  if (style === 'QUOTE_DOUBLE') return JSON.stringify(value)
  if (style === 'QUOTE_SINGLE' && /^[^\p{Cc}]*$/u.test(value)) return `'${value.replaceAll("'", "''")}'`
  return isPlain(value, inFlow) ? value : JSON.stringify(value)
}

export const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value)
export const isMap = (value: YamlValue): value is { readonly [key: string]: YamlValue } =>
  typeof value === 'object' && value !== null && !isList(value)
/** Whether it is a list or map that holds something. */
export const isFilled = (value: YamlValue) =>
  isList(value) ? value.length > 0 : isMap(value) && Object.keys(value).length > 0

/** A value on one line, also where it holds others. */
export function flowText(value: YamlValue, style: Style, inFlow = true): string {
  if (isList(value)) return `[${value.map((item) => flowText(item, undefined)).join(', ')}]`
  if (!isMap(value)) return scalarText(value, style, inFlow)
  const pairs = Object.entries(value).map(
    ([key, held]) => `${scalarText(key, undefined, true)}: ${flowText(held, undefined)}`,
  )
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

/** How a file ends its lines, and in which column the block begins. */
export type Layout = { readonly lineEnd: string; readonly column: number }

const deeper = ({ lineEnd, column }: Layout): Layout => ({ lineEnd, column: column + 2 })
const lineBreak = ({ lineEnd, column }: Layout) => lineEnd + ' '.repeat(column)

/** A key with its value, in lines; without the spaces of its first line and without a line end. */
export function pairText(key: string, value: YamlValue, layout: Layout): string {
  const name = scalarText(key, undefined, false)
  if (!isFilled(value)) return `${name}: ${flowText(value, undefined, false)}`
  return `${name}:${lineBreak(deeper(layout))}${blockText(value, deeper(layout))}`
}

/** An entry of a list with its hyphen, likewise. */
export const itemText = (value: YamlValue, layout: Layout): string => `- ${blockText(value, deeper(layout))}`

/** A value in lines, the way our files are written; what holds nothing stands in one. */
export function blockText(value: YamlValue, layout: Layout): string {
  if (!isFilled(value)) return flowText(value, undefined, false)
  const parts = isList(value)
    ? value.map((item) => itemText(item, layout))
    : Object.entries(value as Readonly<Record<string, YamlValue>>).map(([key, held]) =>
        pairText(key, held, layout),
      )
  return parts.join(lineBreak(layout))
}
