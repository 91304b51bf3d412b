/** 提交诉求: checks what the city's data say, draws a number, writes the order once. Sending it again gives the same. */
import { randomInt } from 'node:crypto'
import {
  composeOrderNumber,
  type ContentCheck,
  ELSEWHERE,
  isBlocking,
  type Language,
  MAX_VIDEOS,
  shanghaiDay,
  type SubmitOrderInput,
} from '@jiesu/shared-types'
import type * as z from 'zod/mini'
import type { AttachmentStore } from '../attachments/attachments.store'
import { isVideo } from '../attachments/sniff'
import type { City } from '../cities/cityData'
import { cityIn } from '../cities/cityIn'
import type { Calendar } from '../clock/rules/calendar'
import type { Account } from '../identity/accounts.store'
import type { Logger } from '../platform/log'
import { OutsideServiceDown } from '../platform/outside/outsideService'
import type { Wechat } from '../platform/outside/wechat'
import { Refused } from '../platform/problems'
import type { Secrets } from '../platform/secrets'
import { checkScope } from '../scope/rules/checkScope'
import type { ComparePetitions } from './comparePetitions'
import type { OrderPrivate, StoredOrder } from './order.document'
import type { OrderStore } from './order.store'
import { queryCodeOf, sealPersonalData } from './personalData'
import type { PetitionState } from './order.document'
import { submission } from './rules/acceptance'
import { begin, evolveAll } from './rules/evolve'
import type { Actor, AppealFacts } from './rules/order'
import { stopsAcceptance } from './rules/petition'

export interface SubmitParts {
  readonly orders: OrderStore
  readonly attachments: AttachmentStore
  readonly secrets: Secrets
  readonly wechat: Wechat
  readonly comparePetitions: ComparePetitions
  readonly calendar: Calendar
  readonly log: Logger
}

type Input = z.output<typeof SubmitOrderInput>

export interface Submitted {
  readonly stored: StoredOrder
  readonly queryCode: string
}

const DRAWS = 20

/** Where no district is named, words have to say where. */
const LEAST_WORDS_OF_PLACE = 2

/** Every choice of the input that the city does not offer, all at once. */
const checkOffered = (input: Input, city: City): void => {
  const { profile } = city
  const { district: districtId, street = '' } = input.place
  const district = city.districts.find((d) => d.id === districtId)
  const category = city.categoryGroups
    .flatMap((group) => group.categories)
    .find((one) => one.id === input.category)
  const judged: readonly (readonly [offered: boolean, path: string, message: string])[] = [
    [profile.requesterTypes.includes(input.requester), '/requester', '本市没有这个选项，请重新选择'],
    [profile.kinds.some((kind) => kind.id === input.kind), '/kind', '本市没有这个诉求类型，请重新选择'],
    [
      profile.confidentialities.some((c) => c.id === input.confidentiality),
      '/confidentiality',
      '本市没有这个选项，请重新选择',
    ],
    [
      input.agent === undefined || profile.agents.offered,
      '/agent',
      '本市暂时不接受代办，请由当事人本人反映，或拨打 12345',
    ],
    [district !== undefined || districtId === ELSEWHERE, '/place/district', '请在本市的区市里选择'],
    [
      districtId !== ELSEWHERE || [...input.place.detail].length >= LEAST_WORDS_OF_PLACE,
      '/place/detail',
      '说不清在哪个区市的，请写几个字说明地点，例如路名、公交线路或“全市”',
    ],
    [
      street === '' || district === undefined || district.streets.some((s) => s.id === street),
      '/place/street',
      '请在所选区市的街道里选择',
    ],
    [category !== undefined, '/category', '请在本市的类别里重新选择'],
    [
      input.fact === undefined ||
        category === undefined ||
        (category.question?.answers ?? []).some(({ fact }) => fact === input.fact),
      '/fact',
      '这一项和所选的类别对不上，请重新选择',
    ],
  ]
  const fields = judged.flatMap(([offered, path, message]) => (offered ? [] : [{ path, message }]))
  if (fields.length === 0) return
  const onlyCategory = fields.every((field) => field.path === '/category')
  throw new Refused(onlyCategory ? 'unknown-category' : 'not-offered-here', { fields })
}

/** Findings that stop the appeal until the requester insists, each with what the city says to it. */
const checkInScope = (facts: AppealFacts, city: City, language: Language): void => {
  const blocking = facts.findings.filter((finding) => isBlocking(finding.kind))
  if (blocking.length === 0 || facts.insisted) return
  const rules = blocking.flatMap((finding) =>
    cityIn(city, language).scopeRules.filter((rule) => rule.id === finding.rule),
  )
  const urgent = blocking.some((finding) => finding.kind === 'emergency')
  throw new Refused(urgent ? 'call-first' : 'out-of-scope', {
    fields: rules.map((rule) => ({
      path: '/text',
      message: `${rule.title}${language === 'en' ? ': ' : '：'}${rule.text}`,
    })),
  })
}

/** How many videos there are is known by what they are, not by what the phone says. */
const checkVideos = async (ids: readonly string[], attachments: AttachmentStore): Promise<void> => {
  const videos = (await attachments.records(ids)).filter(({ mediaType }) => isVideo(mediaType))
  if (videos.length > MAX_VIDEOS)
    throw new Refused('invalid-input', {
      fields: [{ path: '/attachments', message: '视频最多 1 段，请移除多余的' }],
    })
}

/**
 * WeChat asks that what its users write be checked (msgSecCheck). A check that cannot be made must not keep an appeal
 * out: the text is taken as it is, and the order says that nobody checked it. A suspect text is not refused either; a
 * person reads it first. Who came without WeChat is not asked about, and who is anonymous is not told to anybody.
 */
const checkContent = async (
  { text, confidentiality }: Pick<Input, 'text' | 'confidentiality'>,
  account: Account | undefined,
  parts: SubmitParts,
): Promise<ContentCheck | undefined> => {
  if (account?.openid === undefined || !parts.wechat.configured || confidentiality === 'anonymous')
    return undefined
  try {
    return (await parts.wechat.checkText(account.openid, text)) === 'suspect' ? 'suspect' : undefined
  } catch (error) {
    if (!(error instanceof OutsideServiceDown)) throw error
    parts.log.warn({ service: error.service, reason: error.message }, 'content check skipped')
    return 'unavailable'
  }
}

/** 信访查重 before the acceptance. While the petition system is away the order goes its way, and the check is due. */
const checkPetitions = async (
  facts: AppealFacts,
  secret: OrderPrivate,
  city: City,
  now: Date,
  parts: SubmitParts,
): Promise<PetitionState> => {
  try {
    const hits = await parts.comparePetitions(facts, secret, city)
    return hits === undefined ? {} : { petition: { at: now, late: false, hits } }
  } catch (error) {
    if (!(error instanceof OutsideServiceDown)) throw error
    parts.log.warn({ service: error.service, reason: error.message }, 'petition check put off')
    return { petitionDueAt: now }
  }
}

const factsOf = (input: Input, city: City, cameBy: AppealFacts['cameBy']): AppealFacts => {
  const { street } = input.place
  const declared = input.fact === undefined ? [] : [input.fact]
  const findings = checkScope(
    city.scopeRules,
    { requester: input.requester, kind: input.kind, category: input.category, facts: declared },
    input.text,
  )
  return {
    city: city.id,
    requester: input.requester,
    kind: input.kind,
    category: input.category,
    facts: declared,
    place: {
      district: input.place.district,
      detail: input.place.detail,
      ...(street === undefined || street === '' ? {} : { street }),
    },
    text: input.text,
    confidentiality: input.confidentiality,
    attachments: [...new Set(input.attachments)],
    findings: findings.map((f) => ({ rule: f.rule, kind: f.kind, words: f.words })),
    insisted: input.insist,
    ...(cameBy === undefined ? {} : { cameBy }),
  }
}

/**
 * @param cameBy the other line from which it was transferred.
 * @param admit counts the submission; called for new ones only, so that a phone may repeat itself freely.
 * @throws Refused `not-offered-here`, `unknown-category`, `unknown-attachment`, `out-of-scope` or `call-first` (unless
 * insisted), and what `admit` throws.
 */
export const makeSubmitOrder =
  (parts: SubmitParts) =>
  async (
    input: Input,
    city: City,
    account: Account | undefined,
    now: Date,
    admit: () => Promise<void>,
    cameBy?: AppealFacts['cameBy'],
    language: Language = 'zh-CN',
  ): Promise<Submitted> => {
    const { orders, attachments, secrets, calendar } = parts
    const known = await orders.findBySubmission(input.commandId)
    if (known !== undefined) return { stored: known, queryCode: queryCodeOf(known.private, secrets) }

    checkOffered(input, city)
    const facts = factsOf(input, city, cameBy)
    checkInScope(facts, city, language)
    await admit()
    await checkVideos(facts.attachments, attachments)
    if (!(await attachments.claim(facts.attachments, input.commandId)))
      throw new Refused('unknown-attachment')

    const actor: Actor = { role: 'requester', id: account?.id }
    const queryCode = String(randomInt(0, 1_000_000)).padStart(6, '0')
    const secret = sealPersonalData(input, account?.id, queryCode, now, secrets, language)
    const [contentCheck, petition] = await Promise.all([
      checkContent(input, account, parts),
      checkPetitions(facts, secret, city, now, parts),
    ])
    const checks = { ...petition, ...(contentCheck === undefined ? {} : { contentCheck }) }
    const needsALook = contentCheck === 'suspect' || stopsAcceptance(petition.petition)
    const events = submission(facts, actor, needsALook, { now, city, calendar })
    const day = shanghaiDay(now).replaceAll('-', '').slice(2)

    for (let draw = 0; draw < DRAWS; draw++) {
      const number = composeOrderNumber(day, String(randomInt(0, 1_000_000)).padStart(6, '0'))
      const order = evolveAll(begin(number, facts, now), events)
      const stored = await orders.insert(order, secret, events, now, checks)
      if (stored !== 'number-taken') return { stored, queryCode: queryCodeOf(stored.private, secrets) }
    }
    throw new Refused('storage-unavailable', { retryAfter: 5 })
  }

export type SubmitOrder = ReturnType<typeof makeSubmitOrder>
