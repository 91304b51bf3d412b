/** What the engine refuses, as it words it: `{ error: { root_cause, type, reason }, status }`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    reason: string,
  ) {
    super(reason)
  }

  get body(): object {
    const cause = { type: this.type, reason: this.message }
    return { error: { root_cause: [cause], ...cause }, status: this.status }
  }
}

export const missingIndex = (name: string): Refusal =>
  new Refusal(404, 'index_not_found_exception', `no such index [${name}]`)

/** Loud on purpose: a shape that only the real engine understands must be taught here first. */
export const unknown = (what: string): Refusal =>
  new Refusal(400, 'parsing_exception', `${what} is not known to the mock`)

export type Fields = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws Refusal when it is no object. */
export const objectOf = (value: unknown, what: string): Fields => {
  if (!isObject(value)) throw new Refusal(400, 'parsing_exception', `${what} must be an object`)
  return value
}

/** @throws Refusal naming a field that is not in the list. */
export const only = (given: Fields, known: readonly string[], what: string): void => {
  const other = Object.keys(given).find((name) => !known.includes(name))
  if (other !== undefined) throw unknown(`[${other}] in ${what}`)
}

/** The one field of an object like `{ term: {…} }`. */
export const single = (given: Fields, what: string): [string, unknown] => {
  const [first, second] = Object.entries(given)
  if (first === undefined || second !== undefined)
    throw new Refusal(400, 'parsing_exception', `${what} must have one field`)
  return first
}

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]

export const numberOf = (value: unknown, otherwise: number, what: string): number => {
  if (value === undefined) return otherwise
  if (typeof value !== 'number') throw new Refusal(400, 'parsing_exception', `${what} must be a number`)
  return value
}

export const textOf = (value: unknown, what: string): string => {
  if (typeof value !== 'string') throw new Refusal(400, 'parsing_exception', `${what} must be a text`)
  return value
}
