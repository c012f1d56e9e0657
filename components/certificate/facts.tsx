import type { ReactNode } from 'react'

type FactsProps = { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }

/** Names and values in pairs; on a phone the value stands under its name. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="space-y-2 print:grid print:grid-cols-3 print:gap-4 print:space-y-0">
      {facts.map(([name, value]) => (
        <div className="sm:flex sm:gap-3 print:block" key={name}>
          <dt className="text-muted sm:w-44 sm:shrink-0">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
