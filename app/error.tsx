'use client'

import { Fault } from '#components/layout/fault'
import { faultWords } from '#lib/web/fault-words'

export default function ErrorPage() {
  return <Fault words={faultWords()} />
}
