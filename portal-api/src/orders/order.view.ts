/** An order in the words of the contracts, for its requester. What the desk sees besides is in `desk.view.ts`. */
import {
  ACTOR_ROLE_WORDS,
  ASK_OUTCOME_WORDS,
  type AskView,
  type Attachment,
  CARD_COLOUR_WORDS,
  CONTACT_OUTCOME_WORDS,
  ELSEWHERE,
  ELSEWHERE_IN_ENGLISH,
  ELSEWHERE_WORDS,
  isUnitRole,
  type Language,
  MILESTONE_WORDS,
  type MilestoneView,
  ORDER_EVENT_WORDS,
  type OrderCard,
  type OrderView,
  type ScopeFinding,
  sayDue,
  SATISFACTION_WORDS,
  shanghaiInstant,
  SOLVED_WORDS,
  SUPERVISION_FORM_WORDS,
  type TimelineEntry,
  vocabularyIn,
} from '@jiesu/shared-types'
import type * as z from 'zod/mini'
import { sourceView } from '../cities/city.view'
import type { City } from '../cities/cityData'
import { plannedMilestoneView } from '../clock/milestones.view'
import type { Calendar } from '../clock/rules/calendar'
import { countedWorkingDays } from '../clock/rules/dueTime'
import { maySeeEvent } from '../identity/rules/policies'
import { lineWords } from '../dispatch/dispatch.view'
import type { StoredOrder } from './order.document'
import type { RecordedEvent } from './rules/events'
import { milestoneState, nextMilestone } from './rules/milestones'
import type { Actor, Ask, Milestone, Order } from './rules/order'
import { sayRecomputed } from './rules/recomputing'
import { sentence } from './rules/sentence'
import { sentenceInEnglish } from './rules/sentenceInEnglish'
import { entryInEnglish } from './timelineInEnglish'
import { allowedActions } from './rules/allowedActions'

export interface ViewContext {
  readonly city: City
  readonly calendar: Calendar
  readonly now: Date
  /** Of the reader; Chinese where it is not said. `city` is then the city as it is shown in it (`cityIn`). */
  readonly language?: Language | undefined
  /** Signed, short-lived addresses of the order's photos. */
  readonly attachments: readonly Attachment[]
}

type Entry = z.output<typeof TimelineEntry>

export const unitNameOf = (city: City, unitId: string | undefined): string | undefined =>
  city.units.find((unit) => unit.id === unitId)?.name

const EXCERPT = 60

/** The reason was written down with the promise; in another language it is the rule's, as long as it is that rule. */
const inLanguage = (
  milestone: Milestone,
  { city, language }: Pick<ViewContext, 'city' | 'language'>,
): Milestone => {
  if (language !== 'en') return milestone
  const rule = city.limits.rules.find(
    ({ id, version }) => id === milestone.rule && version === milestone.ruleVersion,
  )
  return rule === undefined ? milestone : { ...milestone, reason: rule.text }
}

const milestoneView = (milestone: Milestone, ctx: ViewContext): MilestoneView => {
  const state = milestoneState(milestone, ctx.now, ctx.calendar, ctx.city.profile.dueSoon)
  const open = milestone.metAt === undefined && milestone.voidAt === undefined
  const workingDays = open ? countedWorkingDays(milestone.unit, ctx.now, milestone.dueAt, ctx.calendar) : []
  return {
    ...plannedMilestoneView(inLanguage(milestone, ctx), ctx.now, ctx.language),
    round: milestone.round,
    state,
    ...(milestone.extendedFrom === undefined
      ? {}
      : { extendedFrom: milestone.extendedFrom.map(shanghaiInstant) }),
    ...(milestone.metAt === undefined ? {} : { metAt: shanghaiInstant(milestone.metAt) }),
    remainingWords: open
      ? vocabularyIn(ctx.language ?? 'zh-CN').sayRemaining(ctx.now, milestone.dueAt, workingDays)
      : '',
    workingDays: [...workingDays],
  }
}

export const cardView = (order: Order, ctx: Omit<ViewContext, 'attachments'>): OrderCard => {
  const next = nextMilestone(order)
  const say = ctx.language === 'en' ? sentenceInEnglish : sentence
  return {
    number: order.number,
    city: order.city,
    cityName: ctx.city.profile.name,
    status: order.state.status,
    statusWords: vocabularyIn(ctx.language ?? 'zh-CN').ORDER_STATUS_WORDS[order.state.status],
    kind: order.kind,
    categoryName: categoryName(ctx.city, order.category),
    excerpt: [...order.text].slice(0, EXCERPT).join(''),
    submittedAt: shanghaiInstant(order.submittedAt),
    ...(next === undefined ? {} : { nextMilestone: milestoneView(next, { ...ctx, attachments: [] }) }),
    sentence: say(order, unitNameOf(ctx.city, order.assignment?.unitId), ctx.now),
  }
}

const categoryName = (city: City, id: string): string =>
  city.categoryGroups.flatMap((group) => group.categories).find((category) => category.id === id)?.name ?? id

/** What was answered to the category's question, in the words of the answer. */
const factView = (order: Order, city: City): Pick<OrderView, 'factWords'> => {
  const category = city.categoryGroups
    .flatMap((group) => group.categories)
    .find(({ id }) => id === order.category)
  const answer = category?.question?.answers.find(({ fact }) => order.facts.includes(fact))
  return answer === undefined ? {} : { factWords: answer.name }
}

const districtWords = (city: City, id: string, language: Language | undefined): string =>
  id === ELSEWHERE
    ? language === 'en'
      ? ELSEWHERE_IN_ENGLISH
      : ELSEWHERE_WORDS
    : (city.districts.find((d) => d.id === id)?.name ?? id)

const placeView = (
  { city, language }: Pick<ViewContext, 'city' | 'language'>,
  order: Order,
): OrderView['place'] => {
  const district = city.districts.find((d) => d.id === order.place.district)
  const name = districtWords(city, order.place.district, language)
  const street = district?.streets.find((s) => s.id === order.place.street)?.name
  const words = [name, street, order.place.detail].filter(Boolean).join(' ')
  return {
    words,
    district: name,
    ...(street === undefined ? {} : { street }),
    detail: order.place.detail,
  }
}

/** Who did it, as the reader may know it: the unit, the hotline, the requester; never a person of the staff. */
const actorWords = (by: Actor, reader: Actor, city: City, language: Language): string => {
  if (language === 'en') {
    if (isUnitRole(by.role)) return unitNameOf(city, by.unitId) ?? 'The handling unit'
    const own = by.role === 'requester' && reader.role === 'requester'
    return own ? 'You' : vocabularyIn('en').ACTOR_ROLE_WORDS[by.role]
  }
  if (isUnitRole(by.role)) return `${unitNameOf(city, by.unitId) ?? '承办单位'}（承办单位）`
  return by.role === 'requester' && reader.role === 'requester' ? '您' : ACTOR_ROLE_WORDS[by.role]
}

/** Title and text of a timeline entry. */
const entryWords = (
  event: RecordedEvent,
  order: Order,
  city: City,
  now: Date,
): { title: string; text?: string } => {
  const title = ORDER_EVENT_WORDS[event.type]
  switch (event.type) {
    case 'submitted': {
      const line = city.hotlines.find(({ number }) => number === order.cameBy?.line)
      return line === undefined ? { title } : { title: `由 ${line.number} ${line.name}转来` }
    }
    case 'duty-referred':
    case 'first-viewed':
    case 'received':
      return { title }
    case 'accepted':
      return event.note === '' ? { title } : { title, text: event.note }
    case 'dispatched': {
      const co = event.coUnitIds.map((id) => unitNameOf(city, id) ?? id)
      const together = co.length === 0 ? '' : `，${co.join('、')}协办`
      const unit = unitNameOf(city, event.unitId) ?? event.unitId
      const to =
        event.line === undefined ? `已派给${unit}` : `已转 ${lineWords(city, event.line)}，由${unit}办理`
      return {
        title: `${to}${together}`,
        text: event.basis,
      }
    }
    case 'declined':
      return { title, text: `${event.reason} 建议渠道：${event.goTo}` }
    case 'information-requested':
      return { title, text: event.question }
    case 'information-given':
    case 'cause-explained':
      return { title, text: event.text }
    case 'withdrawn':
    case 'decline-contested':
    case 'redo-ordered':
    case 'concluded':
    case 'resumed':
    case 'unmerged':
    case 'merged':
    case 'return-upheld':
    case 'return-refused':
    case 'urgency-raised':
      return event.reason === '' ? { title } : { title, text: event.reason }
    case 'supplemented':
    case 'progress-noted':
    case 'supervision-answered':
      return { title, text: event.text }
    case 'reminded':
      return event.text === '' ? { title } : { title, text: event.text }
    case 'asks-split':
      return { title, text: event.asks.map((ask, i) => `${i + 1}. ${ask.text}`).join('；') }
    case 'ask-answered':
      return { title, text: `${ASK_OUTCOME_WORDS[event.outcome]}：${event.text}` }
    case 'returned':
      return { title, text: event.reason }
    case 'duty-ruled':
      return {
        title: `${title}：${unitNameOf(city, event.unitId) ?? event.unitId}`,
        text: `${event.document}。${event.reason}`,
      }
    case 'co-units-invited': {
      const names = event.unitIds.map((id) => unitNameOf(city, id) ?? id).join('、')
      return { title: `请${names}协办`, text: event.reason }
    }
    case 'contact-recorded':
    case 'callback-recorded':
      return { title, text: `${CONTACT_OUTCOME_WORDS[event.outcome]}。${event.text}` }
    case 'supervised':
      return { title: SUPERVISION_FORM_WORDS[event.form], text: event.text }
    case 'card-issued': {
      const milestone = MILESTONE_WORDS[event.milestone]
      return { title: CARD_COLOUR_WORDS[event.colour], text: `${milestone}时限 ${sayDue(event.dueAt, now)}` }
    }
    case 'extension-asked':
    case 'extension-refused':
      return { title, text: event.reason }
    case 'extension-granted': {
      const was = `原来 ${sayDue(event.before, now)}`
      return { title, text: `时限改为 ${sayDue(event.dueAt, now)}（${was}）。${event.reason}` }
    }
    case 'replied':
      return { title, text: event.publicReply }
    case 'promise-recomputed':
      return { title, text: sayRecomputed(event.changes, event.at) }
    case 'rated': {
      const words = `${SOLVED_WORDS[event.solved]}，${SATISFACTION_WORDS[event.satisfaction]}`
      return { title, text: event.reason === '' ? words : `${words}。${event.reason}` }
    }
  }
}

const timeline = (stored: StoredOrder, reader: Actor, city: City, now: Date, language: Language): Entry[] =>
  stored.events
    .filter((event) => maySeeEvent(reader, event, stored.order))
    .map((event) => ({
      id: event.id,
      type: event.type,
      at: shanghaiInstant(event.at),
      by: event.by.role,
      byWords: actorWords(event.by, reader, city, language),
      round: event.round,
      ...(language === 'en' ? entryInEnglish : entryWords)(event, stored.order, city, now),
    }))
    .reverse()

const findingsView = (order: Order, city: City): ScopeFinding[] =>
  order.findings.flatMap((record) => {
    const rule = city.scopeRules.find((r) => r.id === record.rule)
    if (rule === undefined) return []
    return [
      {
        rule: rule.id,
        kind: rule.kind,
        title: rule.title,
        text: rule.text,
        words: [...record.words],
        channels: rule.channels.map(({ name, phone, web }) => ({
          name,
          ...(phone === undefined ? {} : { phone }),
          ...(web === undefined ? {} : { web }),
        })),
        ...(rule.source === undefined ? {} : { source: sourceView(rule.source) }),
      },
    ]
  })

/** The requester's view; `actor` is who reads it: the actions named as allowed are theirs. */
export const orderView = (stored: StoredOrder, actor: Actor, ctx: ViewContext): OrderView => {
  const { order } = stored
  const { city, now } = ctx
  const state = order.state
  const reply = order.replies.at(-1)
  const rating = order.ratings.at(-1)
  const unitName = unitNameOf(city, order.assignment?.unitId)
  return {
    ...cardView(order, ctx),
    serverTime: shanghaiInstant(now),
    version: stored.version,
    requester: order.requester,
    category: order.category,
    ...factView(order, city),
    place: placeView(ctx, order),
    text: order.text,
    additions: order.additions.map((a) => ({ at: shanghaiInstant(a.at), text: a.text })),
    confidentiality: order.confidentiality,
    ...(stored.private.contactMasked === undefined ? {} : { contact: stored.private.contactMasked }),
    ...(stored.private.agentMasked === undefined ? {} : { agent: stored.private.agentMasked }),
    attachments: [...ctx.attachments],
    findings: findingsView(order, city),
    ...(unitName === undefined ? {} : { unitName }),
    ...(order.assignment?.line === undefined ? {} : { lineWords: lineWords(city, order.assignment.line) }),
    coUnitNames: (order.assignment?.coUnitIds ?? []).map((id) => unitNameOf(city, id) ?? id),
    round: order.round,
    maxRounds: city.profile.maxRounds.value,
    asks: order.asks.map((ask) => askView(ask, city)),
    milestones: order.milestones.map((m) => milestoneView(m, ctx)),
    timeline: timeline(stored, actor, city, now, ctx.language ?? 'zh-CN'),
    ...(state.status === 'needs-info' ? { question: state.question } : {}),
    ...(reply === undefined
      ? {}
      : {
          reply: {
            text: reply.publicReply,
            at: shanghaiInstant(reply.at),
            unitName: unitNameOf(city, reply.unitId) ?? reply.unitId,
            round: reply.round,
            nature: reply.nature,
          },
        }),
    ...(rating === undefined
      ? {}
      : {
          rating: {
            solved: rating.solved,
            satisfaction: rating.satisfaction,
            ...(rating.reason === '' ? {} : { reason: rating.reason }),
            at: shanghaiInstant(rating.at),
            round: rating.round,
          },
        }),
    ...(state.status === 'replied' ? { ratingOpenUntil: shanghaiInstant(state.ratingOpenUntil) } : {}),
    ...(state.status === 'declined' ? { declined: declinedView(state, city) } : {}),
    allowed: [...allowedActions(order, actor, ctx)],
  }
}

const askView = (ask: Ask, city: City): AskView => {
  const unitName = unitNameOf(city, ask.unitId)
  return {
    id: ask.id,
    text: ask.text,
    ...(ask.unitId === undefined ? {} : { unit: ask.unitId }),
    ...(unitName === undefined ? {} : { unitName }),
    ...(ask.answer === undefined
      ? {}
      : {
          answer: {
            outcome: ask.answer.outcome,
            text: ask.answer.text,
            unitName: unitNameOf(city, ask.answer.unitId) ?? ask.answer.unitId,
            at: shanghaiInstant(ask.answer.at),
          },
        }),
  }
}

const declinedView = (
  state: Extract<Order['state'], { status: 'declined' }>,
  city: City,
): NonNullable<OrderView['declined']> => {
  // A decline always rests on something: the rule it names, or the document's sentence on what is taken at all.
  const rule = city.scopeRules.find((r) => r.id === state.rule)
  const ofRepeats = state.repeatOf === undefined ? undefined : city.profile.returnWindow.source
  const source = rule?.source ?? ofRepeats ?? city.profile.scopeStatement.source
  return { reason: state.reason, goTo: state.goTo, source: `${source.document} ${source.item}` }
}
