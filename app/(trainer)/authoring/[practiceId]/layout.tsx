import type { ReactNode } from 'react'
import { UnsavedTyping } from '#components/forms/unsaved-typing'

/** Whoever writes has seen lessons save themselves: what a form holds is not lost unasked. */
export default function AuthoringLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <UnsavedTyping />
    </>
  )
}
