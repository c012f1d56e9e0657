import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'
import type { Register } from '#lib/domain/curriculum/source/component-form'

type Reference = { readonly attribute: string; readonly register: Register }

const references: Partial<Readonly<Record<ComponentName, readonly Reference[]>>> = {
  Cite: [{ attribute: 'id', register: 'sources' }],
  Contact: [{ attribute: 'id', register: 'contacts' }],
  Term: [{ attribute: 'id', register: 'terms' }],
  Figure: [{ attribute: 'src', register: 'media' }],
  Check: [
    { attribute: 'source', register: 'sources' },
    { attribute: 'objective', register: 'objectives' },
  ],
}

/** The attributes of a component that name an entry of a register. */
export const referencesOf = (name: ComponentName): readonly Reference[] => references[name] ?? []
