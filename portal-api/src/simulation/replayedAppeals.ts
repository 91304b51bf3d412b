/** Where the simulator's appeals come from: stored orders, or lines of JSON. */
import {
  APPEAL_KINDS,
  composeOrderNumber,
  DECLARED_FACTS,
  Instant,
  REQUESTER_TYPES,
} from '@jiesu/shared-types'
import * as z from 'zod/mini'
import type { OrderStore, Replayable } from '../orders/order.store'
import type { ReplayedAppeal } from './rules/compareRules'

const asAppeal = ({ order, acceptedAt }: Replayable): ReplayedAppeal => ({
  id: order.number,
  at: acceptedAt ?? order.submittedAt,
  requester: order.requester,
  kind: order.kind,
  category: order.category,
  facts: order.facts,
  district: order.place.district,
  text: order.text,
})

/** Read at once: few enough to leave others their turn. */
const PAGE = 200
/** Two groups of an order's number say its day (see orderNumber.ts). */
const DAY_DIGITS = 8

/**
 * The stored orders of a city, the newest first, page by page; read and not written.
 * @param since Shanghai day (YYYY-MM-DD) of submission of the first that counts.
 */
export async function* storedAppeals(
  orders: Pick<OrderStore, 'replayable'>,
  city: string,
  since: string | undefined,
): AsyncGenerator<readonly ReplayedAppeal[]> {
  const yymmdd = since?.replaceAll('-', '').slice(2)
  const from = yymmdd === undefined ? '' : composeOrderNumber(yymmdd, '000000').slice(0, DAY_DIGITS)
  let before: string | undefined
  for (;;) {
    const page = await orders.replayable(city, { from, before }, PAGE)
    before = page.at(-1)?.order.number
    if (before === undefined) return
    yield page.map(asAppeal)
  }
}

const Line = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  city: z.optional(z.string()),
  requester: z._default(z.enum(REQUESTER_TYPES), 'citizen'),
  kind: z._default(z.enum(APPEAL_KINDS), 'complaint'),
  category: z.optional(z.string()),
  district: z.optional(z.string()),
  facts: z._default(z.array(z.enum(DECLARED_FACTS)), []),
  text: z._default(z.string(), ''),
  at: z.optional(Instant),
})

export interface ReadLines {
  readonly appeals: readonly ReplayedAppeal[]
  /** Appeals of other cities. */
  readonly elsewhere: number
  /** What could not be read, one line each. */
  readonly problems: readonly string[]
}

const json = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

/**
 * Appeals from JSON lines: `{"id"?,"city"?,"requester"?,"kind"?,"category"?,"district"?,"facts"?,"text"?,"at"?}`.
 * @param now when limits start for lines that do not say.
 */
export const readAppealLines = (text: string, city: string, now: Date): ReadLines => {
  const appeals: ReplayedAppeal[] = []
  const problems: string[] = []
  let elsewhere = 0
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    if (raw.trim() === '') continue
    const parsed = z.safeParse(Line, json(raw))
    if (!parsed.success) {
      const what = parsed.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ')
      problems.push(`line ${i + 1}: ${what}`)
      continue
    }
    const { id = i + 1, city: where = city, at, ...appeal } = parsed.data
    if (where === city) appeals.push({ ...appeal, id: String(id), at: at === undefined ? now : new Date(at) })
    else elsewhere++
  }
  return { appeals, elsewhere, problems }
}
