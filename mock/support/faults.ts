/**
 * What goes wrong, for how many requests. `everyNth: 3` strikes the third, sixth, … matching request;
 * `times: 2` ends the plan after two strikes.
 */
export interface FaultPlan {
  /** Only requests whose path starts with this; all when absent. */
  path?: string
  /** Milliseconds before the answer (or before the connection is cut). */
  latencyMs?: number
  /** HTTP status answered instead of doing the work. */
  status?: number
  /** The service's own error code, answered instead of doing the work. */
  errcode?: number
  everyNth?: number
  /** `true` cuts the connection and does nothing; `'after'` does the work and then loses the answer. */
  drop?: true | 'after'
  times?: number
}

const whole = (min: number, max: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max

const FIELDS: {
  [Field in keyof Required<FaultPlan>]: { accepts: (value: unknown) => boolean; says: string }
} = {
  path: {
    accepts: (value) => typeof value === 'string' && value.startsWith('/'),
    says: 'a path that starts with /',
  },
  latencyMs: { accepts: whole(0, 120_000), says: 'whole milliseconds up to 120000' },
  status: { accepts: whole(400, 599), says: 'an HTTP status of 400 to 599' },
  errcode: { accepts: whole(-1, 1_000_000), says: 'a whole number, not 0' },
  everyNth: { accepts: whole(1, 1_000_000), says: 'a whole number from 1' },
  drop: { accepts: (value) => value === true || value === 'after', says: 'true or "after"' },
  times: { accepts: whole(1, 1_000_000), says: 'a whole number from 1' },
}

/** The plan in a request body, or one line on why it is none. */
export const readFaultPlan = (body: unknown): FaultPlan | string => {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return 'the body must be a JSON object'
  for (const [name, value] of Object.entries(body)) {
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof FaultPlan] : undefined
    if (!field) return `unknown field "${name}"; known are ${Object.keys(FIELDS).join(', ')}`
    if (!field.accepts(value) || (name === 'errcode' && value === 0)) return `${name} must be ${field.says}`
  }
  const plan = body as FaultPlan
  const acts = [plan.latencyMs, plan.status, plan.errcode, plan.drop].some((value) => value !== undefined)
  return acts ? plan : 'nothing to do: give latencyMs, status, errcode or drop'
}

/** The one fault plan of a running mock, and how often it has struck. */
export class Faults {
  private plan: FaultPlan | undefined
  private matched = 0
  private struck = 0

  set(plan: FaultPlan): void {
    this.plan = plan
    this.matched = 0
    this.struck = 0
  }

  clear(): void {
    this.plan = undefined
  }

  state(): { plan: FaultPlan | null; struck: number } {
    return { plan: this.plan ?? null, struck: this.struck }
  }

  /** Counts this request and tells what strikes it, if anything. */
  next(path: string): FaultPlan | undefined {
    const plan = this.plan
    if (!plan || !path.startsWith(plan.path ?? '/')) return undefined
    this.matched++
    if (this.matched % (plan.everyNth ?? 1) !== 0) return undefined
    if (this.struck >= (plan.times ?? Infinity)) return undefined
    this.struck++
    return plan
  }
}
