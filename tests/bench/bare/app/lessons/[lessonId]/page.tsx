import { notFound } from 'next/navigation'
import { pool } from '#tests/bench/bare/pool'
import { type Block, lessonBlocks } from '#tests/bench/fixture/lesson-text'

/** One query, and the bench's lesson as plain elements. */
export default async function LessonPage({ params }: { params: Promise<{ lessonId: string }> }) {
  const { lessonId } = await params
  const { rows } = await pool.query<{ title: string }>('SELECT title FROM lesson WHERE id = $1', [lessonId])
  const [lesson] = rows
  if (!lesson) notFound()
  return (
    <main>
      <h1>{lesson.title}</h1>
      {lessonBlocks.map(drawn)}
    </main>
  )
}

function drawn(block: Block, index: number) {
  switch (block.kind) {
    case 'heading':
      return <h2 key={index}>{block.text}</h2>
    case 'paragraph':
      return <p key={index}>{block.text}</p>
    case 'list':
      return (
        <ul key={index}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'callout':
      return (
        <aside key={index}>
          <p>{block.title}</p>
          <p>{block.text}</p>
        </aside>
      )
    case 'check':
      return (
        <section key={index}>
          <p>{block.question}</p>
          <ul>
            {block.options.map(({ text, feedback }) => (
              <li key={text}>
                <p>{text}</p>
                <p>{feedback}</p>
              </li>
            ))}
          </ul>
        </section>
      )
  }
}
