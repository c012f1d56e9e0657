import type { Route } from 'next'
import type * as z from 'zod'
import type { Throttle } from '#lib/domain/access/throttle'
import type { Result } from '#lib/domain/result'
import type { Notice } from '#lib/web/forms'
import type { Refusal } from '#lib/web/refusals'

export type Params = Record<string, string>

/** A file as a browser sent it. The name is the sender's and proves nothing, and the bytes may be anything. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What is made of a file before the deed, for whoever may do it. */
export type Made = (request: Request, file: UploadedFile, params: Params) => Promise<Result<object, Refusal>>

/** What a rate limit may count by. */
export type Asked<Who> = {
  readonly typed: Readonly<Record<string, string | readonly string[]>>
  readonly request: Request
  readonly actor: Who
}

/** What one POST does, and what comes before and after it. */
export type Command<Schema extends z.ZodType, Value, Acting, Who, Worked = undefined> = {
  /** The form's fields and the address's parameters together. Strict: an unknown field is refused. */
  readonly input: Schema
  /** Turns the form's fields into the schema's shape, where they differ. */
  readonly read?: (fields: Record<string, string | string[]>) => Record<string, unknown>
  /**
   * The one field that carries a file, and how large the file may be. Nothing of the body is read before session and rate
   * limit have let it through. The schema meets an `UploadedFile` in it; a form without a file has no such field.
   */
  readonly upload?: {
    readonly field: string
    readonly maxBytes: number
    /** What is said where the file is larger. */
    readonly tooLarge: Refusal
    /** Slow work on the file outside of the deed's transaction (`madeFile`); the schema meets what comes of it. */
    readonly made?: Made
  }
  /**
   * Slow work before the deed: what it needs is read in a short transaction of its own, it is done outside of any, and the deed
   * gets what came of it. What has changed meanwhile is the deed's to see.
   */
  readonly beforehand?: (
    context: Acting,
    input: z.output<Schema>,
  ) => Promise<Result<() => Promise<Worked>, Refusal>>
  readonly run: (context: Acting, input: z.output<Schema>, worked: Worked) => Promise<Result<Value, Refusal>>
  readonly redirectTo: (value: Value, input: z.output<Schema>, request: Request) => Route
  /** The page that shows the form again when it is refused. */
  readonly formPage: (params: Params) => Route
  /** Counted before the input is looked at, so that no malformed form gets round it: what was typed is as it came. */
  readonly throttle?: (asked: Asked<Who>) => readonly Throttle[]
  /** `Set-Cookie` values. */
  readonly cookies?: (value: Value, input: z.output<Schema>) => Promise<readonly string[]>
  /** What the page after it says once, from a row that only the server writes: an address could be made up. */
  readonly notice?: (value: Value) => Notice
  /** The numbers that the notice's words speak of. */
  readonly noticeCounts?: (value: Value) => Readonly<Record<string, number>>
  /** What a script gets instead of the redirect; made after the transaction, so that slow work holds no connection. */
  readonly reply?: (value: Value) => object | Promise<object>
  /** The answer takes at least this long, so that its time tells nothing. */
  readonly atLeastMs?: number
  /** Steps of sign-in itself are open to a session that has yet to show its second factor. */
  readonly duringSignIn?: true
}

/** What answers a request, whatever the deed itself is. */
export type Answering<Schema extends z.ZodType, Value, Acting, Who> = Omit<
  Command<Schema, Value, Acting, Who>,
  'run' | 'beforehand'
>
