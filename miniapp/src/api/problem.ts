import type { FieldProblem, Problem, Refusal } from '@jiesu/shared-types'
import { apiWords } from '../words/api'

/** What can go wrong before an answer of the portal arrives. */
export type LocalCode = 'offline' | 'timeout' | 'unreadable' | 'photo-gone' | 'too-old'
export type ProblemCode = Refusal | LocalCode

interface ProblemFacts {
  code: ProblemCode
  title: string
  detail?: string
  fields?: readonly FieldProblem[]
  /** Seconds until another try is worth while. */
  retryAfter?: number
}

/**
 * Every failed call, whatever failed. `title` says what happened, `detail` what to do next; both are for people.
 */
export class ApiProblem extends Error {
  readonly code: ProblemCode
  readonly title: string
  readonly detail: string
  readonly fields: readonly FieldProblem[]
  readonly retryAfter: number | undefined

  constructor(facts: ProblemFacts) {
    super(`${facts.code}: ${facts.title}`)
    this.name = 'ApiProblem'
    this.code = facts.code
    this.title = facts.title
    this.detail = facts.detail ?? ''
    this.fields = facts.fields ?? []
    this.retryAfter = facts.retryAfter
  }

  /** True when nothing was heard from the portal: what is on the screen may be shown with its age. */
  get isConnection(): boolean {
    return this.code === 'offline' || this.code === 'timeout'
  }
}

/** `doing`: reading loses nothing; whoever was sending is told that what they wrote is safe. */
export const localProblem = (code: LocalCode, doing: 'reading' | 'sending' = 'sending'): ApiProblem =>
  new ApiProblem({ code, title: apiWords[code].title, detail: apiWords[code][doing] })

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  typeof (body as Problem).code === 'string' &&
  typeof (body as Problem).title === 'string'

/** A refusal as the portal wrote it; anything else in its place (a proxy's page, say) becomes `unreadable`. */
export const problemFromAnswer = (
  body: unknown,
  doing: 'reading' | 'sending',
  retryAfterHeader?: string,
): ApiProblem => {
  if (!isProblem(body)) return localProblem('unreadable', doing)
  const seconds = body.retryAfter ?? Number(retryAfterHeader)
  return new ApiProblem({
    code: body.code as Refusal,
    title: body.title,
    ...(body.detail === undefined ? {} : { detail: body.detail }),
    ...(body.fields === undefined ? {} : { fields: body.fields }),
    ...(Number.isFinite(seconds) ? { retryAfter: seconds } : {}),
  })
}

/** Anything caught, as a problem that can be shown. */
export const asProblem = (caught: unknown): ApiProblem =>
  caught instanceof ApiProblem ? caught : localProblem('unreadable')
