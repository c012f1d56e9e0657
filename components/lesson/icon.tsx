import type { CalloutKind } from '#lib/domain/curriculum/lesson-tree'

const shapes: Readonly<Record<CalloutKind | 'right' | 'notRight', string>> = {
  note: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5m0-8.2v.2',
  safety: 'M12 3 5 6v5c0 4.6 2.9 8.2 7 10 4.1-1.8 7-5.4 7-10V6l-7-3Zm-3 9 2.2 2.2L15.5 10',
  warning: 'M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.7v.2',
  monday: 'M5 5h14v15H5V5Zm0 5h14M9 3v4m6-4v4m-6 8 2 2 4-4',
  right: 'm5 12.5 4.5 4.5L19 7.5',
  notRight: 'M12 5v8.5m0 4v.5',
}

/** A sign beside words that say the same; screen readers skip it. */
export function icon(kind: keyof typeof shapes) {
  return (
    <svg
      aria-hidden="true"
      className="mt-0.5 size-5 shrink-0 fill-none stroke-current stroke-2"
      viewBox="0 0 24 24"
    >
      <path d={shapes[kind]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
