'use client'

import './globals.css'
import { Fault } from '#components/layout/fault'
import { faultWords } from '#lib/web/fault-words'

/** Takes the place of the layout when that failed too. */
export default function GlobalErrorPage() {
  return (
    <html lang="en">
      <head>
        <title>{faultWords.title}</title>
      </head>
      <body>
        <Fault words={faultWords} />
      </body>
    </html>
  )
}
