import { notFound } from 'next/navigation'
import * as z from 'zod'

/** The address's parameters; a malformed one is answered like one that does not exist. */
export async function paramsOr404<Shape extends z.ZodRawShape>(
  shape: Shape,
  params: Promise<unknown>,
): Promise<z.output<z.ZodObject<Shape>>> {
  const parsed = z.object(shape).safeParse(await params)
  if (!parsed.success) notFound()
  return parsed.data
}
