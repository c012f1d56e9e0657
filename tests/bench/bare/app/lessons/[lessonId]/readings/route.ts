import { pool } from '#tests/bench/bare/pool'

/** One insert. */
export async function POST(request: Request, { params }: { params: Promise<{ lessonId: string }> }) {
  const { lessonId } = await params
  const form = await request.formData()
  await pool.query('INSERT INTO reading (lesson_id, place, saved_at) VALUES ($1, $2, now())', [
    lessonId,
    form.get('place'),
  ])
  return Response.json({ ok: true })
}
