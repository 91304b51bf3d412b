/** 诉求点: an appeal split into what is asked for, so that nothing of it stays unanswered (点对点答复). */
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import type { Point } from './events'
import type { Actor, Ask, Order } from './order'
import { isAllowed } from './transitions'
import { isOfMainUnit } from './units'

const LONGEST = 200
const MOST = 12

/** 1. 2、 （3） 一、 第二， 三是 … at the beginning of a clause. */
const ITEM =
  /(?:^|[\n。；;！？?!])\s*(?:[（(]?[1-9一二三四五六七八九][)）.、．:：]|第[一二三四五六七八九][，,、：:]?|[一二三四五六七八九]是)\s*/g
/** What somebody wants, as people write it. */
const WANT = /请问|能否|能不能|可否|是否可以|希望|要求|恳请|麻烦|建议|请(?!假|客|帖)|[？?]$/

const tidy = (text: string): string =>
  text
    .trim()
    .replace(/^[，,、。；;：:\s]+|[\s，,、；;]+$/g, '')
    .slice(0, LONGEST)

/**
 * The asks that the words of an appeal suggest: its numbered points, else its sentences that want something. Nothing
 * when there are fewer than two: then the appeal itself is the ask. A suggestion for people, never a decision.
 */
export const suggestAsks = (text: string): readonly string[] => {
  const starts = [...text.matchAll(ITEM)]
  const items = starts.map((match, i) =>
    tidy(text.slice(match.index + match[0].length, starts[i + 1]?.index ?? text.length)),
  )
  const numbered = items.filter((item) => item.length >= 2)
  const sentences = (text.match(/[^。；;！!？?\n]+[？?]?/g) ?? []).map(tidy).filter((one) => WANT.test(one))
  const found = [...new Set(numbered.length >= 2 ? numbered : sentences)].slice(0, MOST)
  return found.length >= 2 ? found : []
}

/** Asks that have no answer in the present round. */
export const unanswered = (order: Order): readonly Ask[] =>
  order.asks.filter((ask) => ask.answer === undefined)

/** Splits the appeal, or splits it anew as long as no ask is answered; units of asks become co-handling units. */
export const splitAsks = (
  order: Order,
  by: Actor,
  asks: readonly { readonly text: string; readonly unit?: string | undefined }[],
  ctx: RuleContext,
): Decision => {
  if (!isAllowed('splitAsks', order.state.status, by.role)) return refuse('not-allowed-now')
  if (by.role !== 'operator' && !isOfMainUnit(by, order)) return refuse('not-yours', '由主办单位或热线拆分。')
  if (by.role !== 'operator' && order.asks.length > 0)
    return refuse('not-allowed-now', '已经拆分过了；要改动请联系热线受理员。')
  if (order.asks.some((ask) => ask.answer !== undefined))
    return refuse('not-allowed-now', '已经有诉求点答复了，不能重新拆分。')
  const known = new Set(ctx.city.units.map((unit) => unit.id))
  const wrong = asks.flatMap(({ unit }, i) =>
    unit === undefined || known.has(unit)
      ? []
      : [{ path: `/asks/${i}/unit`, message: '不在本市的承办单位里，请重新选择' }],
  )
  if (wrong.length > 0) return refuseFields(wrong)
  // Ids are never used again: an answer that was written for a former ask cannot land on another one.
  const before = Math.max(0, ...order.asks.map(({ id }) => Number(id)))
  return happen({
    type: 'asks-split',
    at: ctx.now,
    by,
    asks: asks.map(({ text, unit }, i) => ({
      id: String(before + i + 1),
      text,
      ...(unit === undefined || unit === order.assignment?.unitId ? {} : { unitId: unit }),
    })),
  })
}

/** A co-handling unit answers what was given to it; the main unit's reply then covers the rest. */
export const answerAsk = (order: Order, by: Actor, point: Point, ctx: RuleContext): Decision => {
  if (!isAllowed('answerAsk', order.state.status, by.role)) return refuse('not-allowed-now')
  const ask = order.asks.find(({ id }) => id === point.ask)
  if (ask === undefined) return refuseFields([{ path: '/ask', message: '没有这个诉求点，请刷新后重选' }])
  if ((ask.unitId ?? order.assignment?.unitId) !== by.unitId)
    return refuse('not-yours', '这个诉求点分给了另一个单位答复。')
  if (ask.answer !== undefined) return refuse('not-allowed-now', '这个诉求点已经答复过了。')
  return happen({
    type: 'ask-answered',
    at: ctx.now,
    by,
    ask: point.ask,
    outcome: point.outcome,
    text: point.text,
  })
}

/** What is missing or wrong in a reply's points: every ask is answered, or refused with a reason, exactly once. */
export const pointProblems = (
  order: Order,
  points: readonly Point[],
): readonly { readonly path: string; readonly message: string }[] => {
  const open = unanswered(order)
  const wrong = points.flatMap(({ ask }, i) => {
    if (!open.some(({ id }) => id === ask))
      return [{ path: `/points/${i}/ask`, message: '没有这个待答复的诉求点，请刷新后重试' }]
    return points.findIndex((other) => other.ask === ask) === i
      ? []
      : [{ path: `/points/${i}/ask`, message: '这个诉求点写了两次答复，请只留一个' }]
  })
  const missing = open.filter(({ id }) => !points.some(({ ask }) => ask === id))
  return missing.length === 0
    ? wrong
    : [
        ...wrong,
        { path: '/points', message: `还有诉求点没有答复：${missing.map(({ text }) => text).join('；')}` },
      ]
}
