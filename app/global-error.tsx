'use client'

import './globals.css'
import { Fault } from '#components/layout/fault'
import { faultWords } from '#lib/web/fault-words'

/** Takes the place of the layout when that failed too. */
export default function GlobalErrorPage() {
  const words = faultWords()
  return (
    <html lang="en">
      <head>
        <title>{words.title}</title>
      </head>
      <body>
        <Fault words={words} />
      </body>
    </html>
  )
}
