import type * as z from 'zod/mini'
import type { Refusal } from '../vocabulary/refusals'

export type Method = 'GET' | 'POST' | 'DELETE'

/**
 * Who may call:
 * - `public`: anybody; a token is used when it is there
 * - `requester`: a signed-in citizen or enterprise
 * - `order`: whoever may see this order as its requester (signed-in submitter or holder of its access token)
 * - `staff`: whoever signed in at the workbench; which role, the use case decides
 * - `system`: a unit's own system, with the token that it was registered with
 */
export type Access = 'public' | 'requester' | 'order' | 'staff' | 'system'

type Schema = z.ZodMiniType

/** Bytes of a JSON body. */
export const BODY_LIMIT = 64 * 1024

/** An endpoint is one constant: validation, OpenAPI and the app's client are made from it. */
export interface Endpoint {
  /** Stable name; also the OpenAPI operationId. */
  readonly id: string
  readonly method: Method
  /** With parameters in braces, e.g. `/api/v1/orders/{number}`. */
  readonly path: string
  readonly access: Access
  readonly tag: string
  readonly summary: string
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  /** Instead of a JSON body: the name of the one file in a multipart/form-data body. */
  readonly upload?: string
  /** Instead of one answer: server-sent events named `changed`, each with data of this shape, for as long as it is open. */
  readonly events?: Schema
  /** Bytes of the body at most; `BODY_LIMIT` where it is not said. */
  readonly bodyLimit?: number
  readonly status: number
  readonly response: Schema | null
  /** The media type of the answer when it is not JSON; `response` is then a string. */
  readonly produces?: 'text/csv' | 'text/plain'
  /** Refusals beyond those that every endpoint can give. */
  readonly refusals: readonly Refusal[]
}

/** Keeps the literal types of one endpoint. */
export const endpoint = <const E extends Endpoint>(e: E): E => e

type InputOf<S> = S extends Schema ? z.input<S> : undefined
type OutputOf<S> = S extends Schema ? z.output<S> : undefined

/** What a caller gives. */
export interface CallInput<E extends Endpoint> {
  params: InputOf<E['params']>
  query: InputOf<E['query']>
  body: InputOf<E['body']>
}

/** What the handler receives after parsing. */
export interface ParsedInput<E extends Endpoint> {
  params: OutputOf<E['params']>
  query: OutputOf<E['query']>
  body: OutputOf<E['body']>
}

export type CallOutput<E extends Endpoint> = E['response'] extends Schema ? z.output<E['response']> : null
