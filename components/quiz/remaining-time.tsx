'use client'

import { useEffect, useState } from 'react'
import { minutesTold } from '#lib/domain/training/minutes-left'

type RemainingTimeProps = {
  /** As the server counted them when the page was made: its clock decides, and this one only goes on. */
  readonly seconds: number
  /** What is said at each step, by its minutes. */
  readonly words: Readonly<Record<number, string>>
  readonly over: string
}

const often = 10_000

/** How much time is about left, said anew at a few steps only. Without it the page says when the time is over. */
export function RemainingTime({ seconds, words, over }: RemainingTimeProps) {
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    const from = Date.now()
    const say = () => {
      const told = minutesTold(seconds - (Date.now() - from) / 1000)
      setSaid(told === null ? over : (words[told] ?? null))
    }
    say()
    const timer = setInterval(say, often)
    return () => clearInterval(timer)
  }, [seconds, words, over])
  return (
    <p aria-live="polite" className="min-h-8 text-sm" role="status">
      {said && (
        <span className="border-line bg-raised inline-block rounded-lg border px-3 py-1 shadow-sm">
          {said}
        </span>
      )}
    </p>
  )
}
