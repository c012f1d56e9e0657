'use client'

import { useEffect, useState } from 'react'

/** Opens the browser's print window. Not shown without JavaScript, which alone can open it. */
export function PrintButton({ label }: { label: string }) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <button className="button-quiet no-print" hidden={!ready} onClick={() => window.print()} type="button">
      {label}
    </button>
  )
}
