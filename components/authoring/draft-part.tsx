import type { ReactNode } from 'react'

type PartProps = { readonly name: string; readonly title: string; readonly children: ReactNode }

/** A part of the page of a draft; `name` is its place in the address. */
export function DraftPart({ name, title, children }: PartProps) {
  return (
    <section aria-labelledby={name} className="mb-10">
      <h2 className="mb-3 text-xl" id={name}>
        {title}
      </h2>
      {children}
    </section>
  )
}
