/** 提交诉求: checks what the city's data say, draws a number, writes the order once. Sending it again gives the same. */
import { randomInt } from 'node:crypto'
import { composeOrderNumber, isBlocking, shanghaiDay, SubmitOrderInput } from '@jiesu/shared-types'
import type * as z from 'zod/mini'
import type { AttachmentStore } from '../attachments/attachments.store'
import type { City } from '../cities/cityData'
import type { Calendar } from '../clock/rules/calendar'
import type { Account } from '../identity/accounts.store'
import { maskName, maskPhone } from '../platform/masking'
import type { Logger } from '../platform/log'
import { OutsideServiceDown } from '../platform/outside/outsideService'
import type { Wechat } from '../platform/outside/wechat'
import { Refused } from '../platform/problems'
import type { Secrets } from '../platform/secrets'
import { checkScope } from '../scope/rules/checkScope'
import type { OrderPrivate, OrderStore, StoredOrder } from './order.store'
import { submission } from './rules/acceptance'
import { begin, evolveAll } from './rules/evolve'
import type { Actor, AppealFacts } from './rules/order'

export interface SubmitParts {
  readonly orders: OrderStore
  readonly attachments: AttachmentStore
  readonly secrets: Secrets
  readonly wechat: Wechat
  readonly calendar: Calendar
  readonly log: Logger
}

type Input = z.output<typeof SubmitOrderInput>

export interface Submitted {
  readonly stored: StoredOrder
  readonly queryCode: string
}

const DRAWS = 20

/** What is sealed belongs to one submission: it cannot be moved into another order. */
export const queryCodeOf = (secret: OrderPrivate, secrets: Secrets): string =>
  secrets.unseal(secret.queryCodeSealed, `code ${secret.submissionId}`)

/** Every choice of the input that the city does not offer, as a refusal. */
const checkOffered = (input: Input, city: City): void => {
  const { profile } = city
  const offered =
    profile.requesterTypes.includes(input.requester) &&
    profile.kinds.some((kind) => kind.id === input.kind) &&
    profile.confidentialities.some((c) => c.id === input.confidentiality)
  if (!offered) throw new Refused('not-offered-here')
  const category = city.categoryGroups.flatMap((g) => g.categories).find((c) => c.id === input.category)
  if (category === undefined)
    throw new Refused('unknown-category', {
      fields: [{ path: '/category', message: '请在本市的类别里重新选择' }],
    })
  const district = city.districts.find((d) => d.id === input.place.district)
  if (district === undefined)
    throw new Refused('not-offered-here', {
      fields: [{ path: '/place/district', message: '请在本市的区市里选择' }],
    })
  const { street } = input.place
  if (street !== undefined && street !== '' && !district.streets.some((s) => s.id === street))
    throw new Refused('not-offered-here', {
      fields: [{ path: '/place/street', message: '请在所选区市的街道里选择' }],
    })
}

/**
 * A check that cannot be made must not keep an appeal out: the text is then taken as it is and the gap is logged.
 * A suspect text is not refused either; a person reads it first.
 */
const isSuspect = async (
  text: string,
  account: Account | undefined,
  parts: SubmitParts,
): Promise<boolean> => {
  if (account?.openid === undefined || !parts.wechat.configured) return false
  try {
    return (await parts.wechat.checkText(account.openid, text)) === 'suspect'
  } catch (error) {
    if (!(error instanceof OutsideServiceDown)) throw error
    parts.log.warn({ service: error.service, reason: error.message }, 'content check skipped')
    return false
  }
}

const factsOf = (input: Input, city: City): AppealFacts => {
  const { street } = input.place
  const findings = checkScope(
    city.scopeRules,
    { requester: input.requester, kind: input.kind, category: input.category, facts: [] },
    input.text,
  )
  return {
    city: city.id,
    requester: input.requester,
    kind: input.kind,
    category: input.category,
    facts: [],
    place: {
      district: input.place.district,
      detail: input.place.detail,
      ...(street === undefined || street === '' ? {} : { street }),
    },
    text: input.text,
    confidentiality: input.confidentiality,
    attachments: input.attachments,
    findings: findings.map((f) => ({ rule: f.rule, kind: f.kind, words: f.words })),
    insisted: input.insist,
  }
}

/**
 * @throws Refused `not-offered-here`, `unknown-category`, `unknown-attachment`, `out-of-scope` (unless insisted).
 */
export const makeSubmitOrder =
  (parts: SubmitParts) =>
  async (input: Input, city: City, account: Account | undefined, now: Date): Promise<Submitted> => {
    const { orders, attachments, secrets, calendar } = parts
    const known = await orders.findBySubmission(input.commandId)
    if (known !== undefined) return { stored: known, queryCode: queryCodeOf(known.private, secrets) }

    checkOffered(input, city)
    const facts = factsOf(input, city)
    const blocking = facts.findings.filter((finding) => isBlocking(finding.kind))
    if (blocking.length > 0 && !input.insist) throw new Refused('out-of-scope')
    if (!(await attachments.claim(input.attachments, input.commandId)))
      throw new Refused('unknown-attachment')

    const actor: Actor = { role: 'requester', id: account?.id }
    const suspect = await isSuspect(input.text, account, parts)
    const events = submission(facts, actor, suspect, { now, city, calendar })
    const queryCode = String(randomInt(0, 1_000_000)).padStart(6, '0')
    const secret = sealed(input, account, queryCode, secrets)
    const day = shanghaiDay(now).replaceAll('-', '').slice(2)

    for (let draw = 0; draw < DRAWS; draw++) {
      const number = composeOrderNumber(day, String(randomInt(0, 1_000_000)).padStart(6, '0'))
      const order = evolveAll(begin(number, facts, now), events)
      const inserted = await orders.insert(order, secret, events, now)
      if (inserted === 'number-taken') continue
      const stored = inserted === 'inserted' ? await orders.find(number) : inserted
      if (stored === undefined) break
      return { stored, queryCode: queryCodeOf(stored.private, secrets) }
    }
    throw new Refused('storage-unavailable', { retryAfter: 5 })
  }

const sealed = (
  input: Input,
  account: Account | undefined,
  queryCode: string,
  secrets: Secrets,
): OrderPrivate => {
  const contact = input.confidentiality === 'anonymous' ? undefined : input.contact
  return {
    submissionId: input.commandId,
    account: account?.id,
    queryCodeSealed: secrets.seal(queryCode, `code ${input.commandId}`),
    ...(contact === undefined
      ? {}
      : {
          contactSealed: secrets.seal(JSON.stringify(contact), `contact ${input.commandId}`),
          contactMasked: { name: maskName(contact.name), phone: maskPhone(contact.phone) },
        }),
    ...(input.enterprise === undefined || input.confidentiality === 'anonymous'
      ? {}
      : { enterprise: input.enterprise }),
  }
}

/** The contact in clear. Whoever calls this has logged the read. */
export const contactOf = (
  secret: OrderPrivate,
  secrets: Secrets,
): { name: string; phone: string } | undefined =>
  secret.contactSealed === undefined
    ? undefined
    : (JSON.parse(secrets.unseal(secret.contactSealed, `contact ${secret.submissionId}`)) as {
        name: string
        phone: string
      })
