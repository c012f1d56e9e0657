import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'

const look = [
  'max-w-prose space-y-4 wrap-anywhere [&_h2]:mt-10',
  '[&_ul]:list-disc [&_ul]:space-y-1.5 [&_ul]:pl-6 [&_ol]:list-decimal [&_ol]:space-y-1.5 [&_ol]:pl-6',
  '[&_code]:font-mono [&_code]:text-[0.9em]',
  '[&_pre]:border-line [&_pre]:bg-raised [&_pre]:rounded-lg [&_pre]:border [&_pre]:p-4 [&_pre]:whitespace-pre-wrap',
].join(' ')

type GuideTextProps = { readonly body: Parameters<typeof toJsxRuntime>[0] }

/** A guide's Markdown as elements. It was parsed at publication; nothing of it is evaluated here. */
export function GuideText({ body }: GuideTextProps) {
  return <div className={look}>{toJsxRuntime(body, { Fragment, jsx, jsxs })}</div>
}
