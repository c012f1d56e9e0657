import type { ComponentProps, ReactNode } from 'react'
import { PracticeFrame } from '#components/compliance/practice-frame'

type QuizFrameProps = {
  readonly actor: ComponentProps<typeof PracticeFrame>['actor']
  readonly links: ComponentProps<typeof PracticeFrame>['links']
  readonly practiceName: string
  readonly title: string
  readonly back: { readonly href: string; readonly words: string }
  readonly children: ReactNode
}

/** What surrounds every page of a draft's quiz. */
export function QuizFrame({ actor, links, practiceName, title, back, children }: QuizFrameProps) {
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={links}
      practiceName={practiceName}
      title={title}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={back.href}>
          {back.words}
        </a>
      </p>
      {children}
    </PracticeFrame>
  )
}
