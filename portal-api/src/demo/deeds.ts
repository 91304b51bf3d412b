/** What the people of the demo do with orders, each deed in one word; the rules decide whether it can be done. */
import { composeOrderNumber, isBlocking, shanghaiDay } from '@jiesu/shared-types'
import type { MatterNature, SatisfactionLevel, SolvedAnswer, SupervisionForm } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { chooseUnit } from '../dispatch/rules/chooseUnit'
import { accept, contestDecline, declareRepeat, decline, matterOf } from '../orders/rules/acceptance'
import { answerAsk, splitAsks, unanswered } from '../orders/rules/asks'
import { recordCallback } from '../orders/rules/callback'
import { conclude, orderRedo, rate } from '../orders/rules/closing'
import { happen } from '../orders/rules/decision'
import { askExtension, grantExtension, refuseExtension } from '../orders/rules/extension'
import { dispatch, explainCause, firstView, receive, redispatch } from '../orders/rules/handling'
import {
  giveInformation,
  remind,
  requestInformation,
  supplement,
  withdraw,
} from '../orders/rules/information'
import { mergeInto, unmerge } from '../orders/rules/merging'
import { openMilestones } from '../orders/rules/milestones'
import type { Actor, AppealFacts, Order } from '../orders/rules/order'
import { inviteCoUnits, noteProgress, recordContact } from '../orders/rules/progress'
import { answerDirectly, reply } from '../orders/rules/replying'
import { recordRuling, referDuty, refuseReturn, returnOrder, upholdReturn } from '../orders/rules/returning'
import { answerSupervision, supervise } from '../orders/rules/supervising'
import { raiseUrgency } from '../orders/rules/urgency'
import { checkScope } from '../scope/rules/checkScope'
import type { Dice } from './dice'
import { type DemoAppeal, ENTERPRISES, ESTATES, PEOPLE, phrase, placed, ROADS } from './texts'
import type { Life, World } from './world'

/** Who wrote; kept apart from the order. */
export interface Person {
  readonly name: string
  readonly phone: string
  readonly enterprise?: string
  /** Signed in as the demo's citizen. */
  readonly account?: string
}

export interface Sent {
  readonly life: Life
  readonly appeal: DemoAppeal
  readonly person: Person
}

/** The demo's citizen, who can sign in and see orders of their own. */
export const DEMO_CITIZEN = { name: '王女士', phone: '13800000123' }

export interface DeedParts {
  readonly world: World
  readonly city: City
  readonly dice: Dice
  /** Account of the demo's citizen. */
  readonly account: string
}

const ONE_IN = 12

export const makeDeeds = ({ world, city, dice, account }: DeedParts) => {
  const sent: Sent[] = []
  const staff = (role: 'operator' | 'reviewer' | 'supervisor' | 'callback', id: string = role): Actor => ({
    role,
    id: `${city.id}-${id}`,
  })
  const operator = staff('operator')
  const reviewer = staff('reviewer')
  const supervisor = staff('supervisor')
  const handlerOf = (unitId: string | undefined): Actor => ({
    role: 'handler',
    id: `${city.id}-${unitId ?? ''}`,
    unitId,
  })
  const main = ({ assignment }: Order): Actor => handlerOf(assignment?.unitId)
  const manager = ({ assignment }: Order): Actor => ({
    role: 'manager',
    id: `${city.id}-${assignment?.unitId ?? ''}-manager`,
    unitId: assignment?.unitId,
  })
  const requesterOf = (life: Life): Actor => ({
    role: 'requester',
    id: sent.find((one) => one.life === life)?.person.account,
  })
  const say = (what: Parameters<typeof phrase>[0]): string => phrase(what, dice)
  const appealOf = (life: Life): DemoAppeal | undefined => sent.find((one) => one.life === life)?.appeal

  const placeFor = (): AppealFacts['place'] & { readonly estate: string; readonly road: string } => {
    const [centre, ...others] = city.districts
    if (centre === undefined) throw new Error(`${city.id} has no districts`)
    const district = dice.chance(45) ? centre : dice.pick([centre, ...others])
    const street = district.streets[dice.between(0, Math.max(0, district.streets.length - 1))]
    const [road, estate] = [dice.pick(ROADS), dice.pick(ESTATES)]
    return {
      district: district.id,
      ...(street === undefined ? {} : { street: street.id }),
      detail: `${road} ${dice.between(1, 99)} 号，${estate}附近`,
      road,
      estate,
    }
  }

  const factsOf = (appeal: DemoAppeal, text: string, place: ReturnType<typeof placeFor>): AppealFacts => {
    const words = placed(text, { ...place, building: dice.between(1, 18) })
    const { requester, kind, category } = appeal
    const matter = { requester, kind, category, facts: [] }
    const findings = checkScope(city.scopeRules, matter, words)
    const offered = city.profile.confidentialities.map(({ id }) => id)
    const wanted = dice.pick(['open', 'open', 'open', 'open', 'confidential', 'anonymous'])
    const { road: _road, estate: _estate, ...where } = place
    return {
      city: city.id,
      ...matter,
      place: where,
      text: words,
      confidentiality: offered.find((id) => id === wanted) ?? 'open',
      attachments: [],
      findings: findings.map(({ rule, kind: of, words: found }) => ({ rule, kind: of, words: found })),
      insisted: findings.some((finding) => isBlocking(finding.kind)),
    }
  }

  const submit = (
    appeal: DemoAppeal,
    { text = appeal.text, place = placeFor(), suspect = false } = {},
  ): Life => {
    const facts = factsOf(appeal, text, place)
    const own = facts.confidentiality !== 'anonymous' && dice.between(1, ONE_IN) === 1
    const person: Person = {
      ...(own ? DEMO_CITIZEN : { name: dice.pick(PEOPLE), phone: `13800000${dice.between(200, 999)}` }),
      ...(appeal.requester === 'enterprise' ? { enterprise: dice.pick(ENTERPRISES) } : {}),
      ...(own ? { account } : {}),
    }
    const day = shanghaiDay(world.now).replaceAll('-', '').slice(2)
    const number = composeOrderNumber(day, String(dice.between(0, 999_999)).padStart(6, '0'))
    const life = world.submit(number, facts, { role: 'requester', id: person.account }, suspect)
    sent.push({ life, appeal, person })
    return life
  }

  const dispatchNow = (life: Life): void =>
    world.act(life, (order, ctx) => {
      const [first] = chooseUnit(city, matterOf(order), ctx.now).options
      const unit = first?.unitId ?? city.units[0]?.id ?? ''
      return dispatch(
        order,
        operator,
        { unit, coUnits: first?.coUnitIds ?? [], reason: first?.basis ?? '按职责分工派单' },
        ctx,
      )
    })

  /** Another unit than the one that has it. */
  const other = (order: Order): string =>
    city.units.filter(({ level }) => level === 'department').find(({ id }) => id !== order.assignment?.unitId)
      ?.id ?? ''

  return {
    sent,
    submit,
    /** Several people about the same thing, a while after each other; the first one first. */
    submitAlike: (appeal: DemoAppeal): readonly [Life, ...Life[]] => {
      const place = placeFor()
      const first = submit(appeal, { place })
      const others = appeal.alike.map((text) => {
        world.home(dice.between(1, 9))
        return submit(appeal, { text, place })
      })
      return [first, ...others]
    },
    accept: (life: Life) =>
      world.act(life, (o, ctx) =>
        accept(o, staff('operator', 'operator-2'), '可以协调有关单位了解情况。', ctx),
      ),
    decline: (life: Life) => {
      const refusal = appealOf(life)?.refusal
      const rule = life.order.findings.find((finding) => isBlocking(finding.kind))?.rule
      world.act(life, (o, ctx) =>
        decline(o, operator, { reason: refusal?.reason ?? '', goTo: refusal?.goTo ?? '', rule }, ctx),
      )
    },
    contest: (life: Life) =>
      world.act(life, (o, ctx) =>
        contestDecline(o, requesterOf(life), appealOf(life)?.refusal?.contest ?? '', ctx),
      ),
    declareRepeat: (life: Life, earlier: Life) =>
      world.act(life, (o, ctx) =>
        declareRepeat(o, reviewer, { earlier: earlier.order, reason: say('repeat') }, ctx),
      ),
    ask: (life: Life) => world.act(life, (o, ctx) => requestInformation(o, operator, say('question'), ctx)),
    tell: (life: Life) =>
      world.act(life, (o, ctx) => giveInformation(o, requesterOf(life), say('information'), ctx)),
    withdraw: (life: Life) =>
      world.act(life, (o, ctx) => withdraw(o, requesterOf(life), say('withdrawal'), ctx)),
    supplement: (life: Life) =>
      world.act(life, (o, ctx) => supplement(o, requesterOf(life), say('supplement'), ctx)),
    remind: (life: Life) => world.act(life, (o, ctx) => remind(o, requesterOf(life), say('reminder'), ctx)),
    dispatch: dispatchNow,
    /** To its unit: by the catalogue, or by an operator a while later. */
    toUnit: (life: Life) => {
      if (life.order.state.status !== 'awaiting-dispatch') return
      world.work(dice.between(0, 3))
      dispatchNow(life)
    },
    redispatch: (life: Life) =>
      world.act(life, (o, ctx) =>
        redispatch(o, operator, { unit: other(o), coUnits: [], reason: say('redispatch') }, ctx),
      ),
    mergeInto: (life: Life, lead: Life) =>
      world.act(life, (o, ctx) => mergeInto(o, operator, lead.order, say('merge'), ctx)),
    unmerge: (life: Life) => world.act(life, (o, ctx) => unmerge(o, operator, say('unmerge'), ctx)),
    raiseUrgency: (life: Life) => world.act(life, (o, ctx) => raiseUrgency(o, operator, say('urgency'), ctx)),
    view: (life: Life) => world.act(life, (o, ctx) => happen(...firstView(o, main(o), ctx))),
    receive: (life: Life) => {
      world.act(life, (o, ctx) => happen(...firstView(o, main(o), ctx)))
      world.minutes(dice.between(1, 40))
      world.act(life, (o, ctx) => receive(o, main(o), ctx))
    },
    explain: (life: Life) => world.act(life, (o, ctx) => explainCause(o, main(o), say('cause'), ctx)),
    note: (life: Life, visible: boolean) =>
      world.act(life, (o, ctx) =>
        noteProgress(o, main(o), { text: say(visible ? 'progress' : 'internal'), visible }, ctx),
      ),
    contact: (life: Life) =>
      world.act(life, (o, ctx) =>
        recordContact(o, main(o), { outcome: 'reached', text: say('contact') }, ctx),
      ),
    invite: (life: Life) =>
      world.act(life, (o, ctx) =>
        inviteCoUnits(o, main(o), { units: [other(o)], reason: say('invite') }, ctx),
      ),
    split: (life: Life) =>
      world.act(life, (o, ctx) => {
        const asks = appealOf(life)?.asks ?? []
        const co = o.assignment?.coUnitIds[0] ?? other(o)
        return splitAsks(
          o,
          operator,
          asks.map((text, i) => ({ text, ...(i === 0 ? {} : { unit: co }) })),
          ctx,
        )
      }),
    answerAsk: (life: Life) =>
      world.act(life, (o, ctx) => {
        const ask = unanswered(o).find(({ unitId }) => unitId !== undefined)
        const point = { ask: ask?.id ?? '', outcome: 'done', text: '已按职责办理完毕，照片已存档。' } as const
        return answerAsk(o, handlerOf(ask?.unitId), point, ctx)
      }),
    askExtension: (life: Life) =>
      world.act(life, (o, ctx) =>
        askExtension(o, main(o), { days: dice.between(2, 4), reason: say('extension') }, ctx),
      ),
    grantExtension: (life: Life) =>
      world.act(life, (o, ctx) => grantExtension(o, supervisor, say('granted'), ctx)),
    refuseExtension: (life: Life) =>
      world.act(life, (o, ctx) => refuseExtension(o, reviewer, say('refused'), ctx)),
    returnOrder: (life: Life) =>
      world.act(life, (o, ctx) =>
        returnOrder(o, manager(o), { reason: say('returned'), evidence: say('evidence') }, ctx),
      ),
    upholdReturn: (life: Life) => world.act(life, (o, ctx) => upholdReturn(o, reviewer, say('upheld'), ctx)),
    refuseReturn: (life: Life) =>
      world.act(life, (o, ctx) => refuseReturn(o, reviewer, say('returnRefused'), ctx)),
    referDuty: (life: Life) => world.act(life, (o, ctx) => referDuty(o, reviewer, say('referred'), ctx)),
    recordRuling: (life: Life) =>
      world.act(life, (o, ctx) =>
        recordRuling(
          o,
          reviewer,
          { unit: other(o), document: '编办函（示例）1 号', reason: say('ruling') },
          ctx,
        ),
      ),
    supervise: (life: Life, form: SupervisionForm = 'notice') =>
      world.act(life, (o, ctx) => supervise(o, supervisor, { form, text: say('supervision') }, ctx)),
    answerSupervision: (life: Life) =>
      world.act(life, (o, ctx) => answerSupervision(o, main(o), say('supervisionAnswer'), ctx)),
    answerDirectly: (life: Life) =>
      world.act(life, (o, ctx) => answerDirectly(o, operator, { publicReply: say('direct') }, ctx)),
    reply: (life: Life, nature: MatterNature = 'ordinary') =>
      world.act(life, (o, ctx) =>
        reply(
          o,
          main(o),
          {
            publicReply: o.round === 1 ? (appealOf(life)?.reply ?? '') : say('again'),
            internalAccount: say('account'),
            points: unanswered(o).map(({ id }) => ({
              ask: id,
              outcome: 'done',
              text: '已办理完毕，详见答复。',
            })),
            nature,
          },
          ctx,
        ),
      ),
    rate: (
      life: Life,
      solved: SolvedAnswer,
      satisfaction: SatisfactionLevel,
      reason: string,
      asksRedo = false,
    ) =>
      world.act(life, (o, ctx) =>
        rate(o, requesterOf(life), { solved, satisfaction, reason, asksRedo }, ctx),
      ),
    missCall: (life: Life) =>
      world.act(life, (o, ctx) =>
        recordCallback(
          o,
          staff('callback'),
          { outcome: 'no-answer', text: say('missed'), asksRedo: false },
          ctx,
        ),
      ),
    call: (life: Life, solved: SolvedAnswer, satisfaction: SatisfactionLevel, asksRedo = false) =>
      world.act(life, (o, ctx) =>
        recordCallback(
          o,
          staff('callback'),
          { outcome: 'reached', text: say('called'), solved, satisfaction, asksRedo },
          ctx,
        ),
      ),
    orderRedo: (life: Life) => world.act(life, (o, ctx) => orderRedo(o, operator, say('redo'), ctx)),
    conclude: (life: Life) => world.act(life, (o, ctx) => conclude(o, operator, say('concluded'), ctx)),
    say,
    /** Goes on at the end of the limit in force, and so many hours later. */
    pastDue: (life: Life, hours: number) => {
      const due = openMilestones(life.order).at(-1)?.dueAt
      if (due !== undefined) world.until(due)
      world.work(hours)
    },
  }
}

export type Deeds = ReturnType<typeof makeDeeds>
