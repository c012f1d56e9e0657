import { useCallback, useEffect, useRef, useState } from 'react'
import { askServer } from '#components/editor/ask-server'
import type { LessonFigures } from '#lib/domain/curriculum/lesson-figures'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'

type Problem = { readonly line: number; readonly column: number; readonly message: string }

/** What the server makes of a text: the shape of the preview's answer. */
export type Preview = {
  readonly lesson: { readonly tree: LessonTree; readonly figures: LessonFigures } | null
  readonly problems: readonly Problem[]
  readonly advice: readonly Problem[]
  readonly isBusy: boolean
}

const pauseMs = 300
const busyMs = 1000
const lostMs = 2000

/**
 * The preview of a text after a pause in typing, one request at a time. While a text has problems, the last good lesson
 * stays, and `isStale` says so.
 */
export function usePreview(action: string, first: Preview, text: () => string) {
  const [shown, setShown] = useState({ preview: first, isStale: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isAsking = useRef(false)
  const ask = useCallback(async () => {
    if (isAsking.current) return later(busyMs)
    isAsking.current = true
    const answer = await askServer<Preview>(action, { source: text() })
    isAsking.current = false
    if (answer.kind === 'lost') return later(lostMs)
    if (answer.kind !== 'done') return
    if (answer.value.isBusy) return later(busyMs)
    const { value } = answer
    setShown((last) => ({
      preview: { ...value, lesson: value.lesson ?? (value.problems.length > 0 ? last.preview.lesson : null) },
      isStale: value.lesson === null && value.problems.length > 0 && last.preview.lesson !== null,
    }))
    function later(ms: number) {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void ask(), ms)
    }
  }, [action, text])
  const changed = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void ask(), pauseMs)
  }, [ask])
  useEffect(() => () => clearTimeout(timer.current), [])
  return { ...shown, changed }
}
