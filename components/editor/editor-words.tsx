import type { LineTool } from '#lib/domain/curriculum/source/markdown-tools'

/** The words of the editor, in the shape of the `editor` messages. Braces stand where a value goes. */
export type EditorWords = {
  readonly source: string
  readonly keyboardHint: string
  readonly states: {
    readonly saved: string
    readonly saving: string
    readonly notSaved: string
    readonly signedOut: string
    readonly gone: string
    readonly refused: string
    readonly readOnly: string
    readonly conflict: string
  }
  readonly others: string
  readonly toolbar: {
    readonly label: string
    readonly bold: string
    readonly italic: string
    readonly link: string
    readonly undo: string
    readonly redo: string
    readonly words: string
  } & Readonly<Record<LineTool, string>>
  readonly palette: {
    readonly label: string
    readonly change: string
    readonly insert: string
    readonly save: string
    readonly cancel: string
    readonly text: string
    readonly textHint: string
    readonly inSourceOnly: string
    readonly none: string
    readonly empty: string
    readonly add: string
    readonly remove: string
    readonly optional: string
  }
  readonly components: Readonly<Record<string, string>>
  readonly attributes: Readonly<Record<string, string>>
  readonly choices: Readonly<Record<string, string>>
  readonly problems: {
    readonly heading: string
    readonly none: string
    readonly advice: string
    readonly place: string
  }
  readonly figures: {
    readonly words: string
    readonly minutes: string
    readonly gradeEn: string
    readonly gradeEs: string
    readonly easy: string
    readonly hard: string
    readonly unknown: string
  }
  readonly preview: {
    readonly heading: string
    readonly width: string
    readonly full: string
    readonly phone: string
    readonly textOnly: string
    readonly stale: string
    readonly empty: string
  }
  readonly conflict: {
    readonly heading: string
    readonly explanation: string
    readonly theirs: string
    readonly mine: string
    readonly keepTheirs: string
    readonly keepMine: string
    readonly keepBoth: string
    readonly nothing: string
  }
  readonly gone: {
    readonly heading: string
    readonly explanation: string
    readonly copy: string
    readonly copied: string
    readonly notCopied: string
  }
}

/** The words with values in the place of their names in braces. */
export const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
