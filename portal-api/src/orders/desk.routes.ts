/** The other side: what operators and unit handlers do with an order. */
import * as endpoints from '@jiesu/shared-types'
import { isUnitRole, type OrderStatus, shanghaiInstant } from '@jiesu/shared-types'
import type { AttachmentLinks } from '../attachments/attachments.routes'
import type { AttachmentStore } from '../attachments/attachments.store'
import type { PersonalDataReads } from '../audit/reads.store'
import { dispatchOptionViews, transferLines } from '../dispatch/dispatch.view'
import { asStaff, type Caller, type StaffCaller } from '../identity/caller'
import { mayNotePetition, maySeeContact, maySeeOrder, worksOnOrders } from '../identity/rules/policies'
import type { Binder } from '../platform/http/bind'
import { Refused } from '../platform/problems'
import type { Secrets } from '../platform/secrets'
import { type ApplyCommand, commandKey, type CommandParts, ruleContext } from './applyCommand'
import { decodeCursor, encodeCursor } from './cursor'
import { deskCardView, deskOrderView } from './desk.view'
import type { DeskFilter } from './deskQueues.store'
import type { StoredOrder } from './order.document'
import type { Follows } from '../similar/follows.store'
import { cityOf } from './orders.routes'
import { deskCommands, type DeskCommand } from './desk.commands'
import { matterOf } from './rules/acceptance'
import { happen } from './rules/decision'
import { firstView } from './rules/handling'
import { asksForOpinion } from './rules/petition'
import { ALWAYS_THE_OPERATORS, asksWhoItWaitsFor, type Queue, queueStatuses } from './rules/queues'
import { agentOf, contactOf, enterpriseOf } from './personalData'

export interface DeskParts extends CommandParts {
  readonly attachments: AttachmentStore
  readonly links: AttachmentLinks
  readonly reads: PersonalDataReads
  readonly secrets: Secrets
  readonly applyCommand: ApplyCommand
  readonly follows: Pick<Follows, 'count'>
}

type QueuePart = Omit<DeskFilter, 'after' | 'limit'>

const staffOf = (caller: Caller): StaffCaller => {
  if (caller.staff === undefined) throw new Refused('sign-in-required')
  return caller.staff
}

/** As the store sorts a page, for pages of several parts. */
const mostUrgentFirst = (a: StoredOrder & { dueAt: Date }, b: StoredOrder & { dueAt: Date }): number =>
  a.dueAt.getTime() - b.dueAt.getTime() || (a.order.number < b.order.number ? -1 : 1)

export const deskRoutes = (bind: Binder, parts: DeskParts): void => {
  const { orders, cities, calendar, attachments, links, reads, secrets, applyCommand, follows } = parts

  const view = async (stored: StoredOrder, staff: StaffCaller, now: Date) => {
    const { order } = stored
    const city = cityOf(cities, order.city)
    const records = await attachments.records(order.attachments)
    return deskOrderView(stored, staff, {
      // Whose name is to stay confidential is opened by `revealContact` only, which logs it.
      enterprise: order.confidentiality === 'open' ? enterpriseOf(stored.private, secrets) : undefined,
      city,
      calendar,
      now,
      attachments: records.map((record) => links.of(record, now)),
      followers: await orders.countFollowers(order.number),
      watchers: await follows.count(order.number),
      dispatchOptions: staff.role === 'operator' ? dispatchOptionViews(city, matterOf(order), now) : [],
    })
  }

  bind(endpoints.listDeskOrders, async ({ caller, query, now }) => {
    const staff = staffOf(caller)
    if (!worksOnOrders(staff.role))
      throw new Refused('not-yours', { detail: '管理员管理城市规则，不查看工单。' })
    const city = cityOf(cities, staff.city)
    const { role } = staff
    const scope = { city: staff.city, ...(isUnitRole(role) ? { unitId: staff.unitId ?? '' } : {}) }
    /** What a queue is put together from; an order is in one part only. */
    const partsOf = (queue: Queue, status?: OrderStatus): QueuePart[] => {
      const only = (statuses: readonly OrderStatus[]) =>
        statuses.filter((s) => status === undefined || s === status)
      const waitsFor = asksWhoItWaitsFor(role, queue) ? { role, now } : undefined
      const part: QueuePart = { ...scope, statuses: only(queueStatuses(role, queue)), waitsFor }
      if (role !== 'operator' || queue !== 'mine') return [part]
      // A petition found after the acceptance brings an order back to the operator, wherever it is by then.
      const elsewhere = queueStatuses(role, 'open').filter((s) => !ALWAYS_THE_OPERATORS.includes(s))
      return [part, { ...scope, statuses: only(elsewhere), petitionWaiting: true }]
    }
    const press = query.press === undefined ? undefined : { by: query.press, now }
    const paging = { after: decodeCursor(query.after), limit: query.limit + 1 }
    const found = (
      await Promise.all(
        partsOf(query.queue, query.status).map((part) => orders.forDesk({ ...part, press, ...paging })),
      )
    )
      .flat()
      .sort(mostUrgentFirst)
    const page = found.slice(0, query.limit)
    const last = page.at(-1)
    const count = async (queue: Queue) => {
      const counts = await Promise.all(partsOf(queue).map((part) => orders.countForDesk(part)))
      return counts.reduce((sum, n) => sum + n, 0)
    }
    const [mine, open, closed] = await Promise.all([count('mine'), count('open'), count('closed')])
    return {
      serverTime: shanghaiInstant(now),
      orders: page.map((stored) => deskCardView(stored, staff, { city, calendar, now })),
      counts: { mine, open, closed },
      ...(found.length > page.length && last !== undefined
        ? { next: encodeCursor({ at: last.dueAt, number: last.order.number }) }
        : {}),
    }
  })

  bind(endpoints.listUnits, ({ caller }) => {
    const city = cityOf(cities, staffOf(caller).city)
    return { units: city.units.map(({ id, name }) => ({ id, name })), lines: transferLines(city) }
  })

  bind(endpoints.getDeskOrder, async ({ params, caller, now }) => {
    const staff = staffOf(caller)
    const stored = await orders.find(params.number)
    if (stored === undefined || !maySeeOrder(staff, stored.order)) throw new Refused('not-found')
    if (firstView(stored.order, asStaff(staff), ruleContext(parts, stored.order, now)).length === 0)
      return view(stored, staff, now)
    const viewed = await applyCommand(
      params.number,
      commandKey(
        'system',
        'firstView',
        `${stored.order.assignment?.at?.getTime() ?? stored.order.round} ${staff.unitId ?? ''}`,
      ),
      now,
      (s) => maySeeOrder(staff, s.order),
      (order, ctx) => happen(...firstView(order, asStaff(staff), ctx)),
    ).catch((error: unknown) => {
      // Noting the first view must not keep the order shut while others work on it: the next look notes it.
      if (error instanceof Refused && error.refusal === 'moved-on') return stored
      throw error
    })
    return view(viewed, staff, now)
  })

  bind(endpoints.revealContact, async ({ params, body, caller, now }) => {
    const staff = staffOf(caller)
    const stored = await orders.find(params.number)
    if (stored === undefined || !maySeeOrder(staff, stored.order)) throw new Refused('not-found')
    if (!maySeeContact(staff, stored.order))
      throw new Refused('not-yours', {
        detail: '诉求人选择了保密或匿名、工单已经结束，或贵单位不是主办单位，联系方式由热线保管。',
      })
    const agent = agentOf(stored.private, secrets)
    await reads.record({
      order: stored.order.number,
      at: now,
      staffId: staff.id,
      role: staff.role,
      unitId: staff.unitId,
      what: agent === undefined ? '联系方式' : '联系方式（含代办人）',
      why: body.why,
    })
    const contact = contactOf(stored.private, secrets)
    const enterprise = enterpriseOf(stored.private, secrets)
    return {
      ...(contact === undefined ? {} : { contact }),
      ...(agent === undefined ? {} : { agent }),
      ...(enterprise === undefined ? {} : { enterprise }),
    }
  })

  const command: DeskCommand = async ({ id: action }, request, decide) => {
    const { params, body, caller, now } = request
    const staff = staffOf(caller)
    const stored = await applyCommand(
      params.number,
      commandKey(staff.id, action, body.commandId),
      now,
      (s) => maySeeOrder(staff, s.order),
      (order, ctx) => decide(order, ctx, asStaff(staff)),
    )
    return view(stored, staff, now)
  }

  bind(endpoints.notePetition, async ({ params, body, caller, now }) => {
    const staff = staffOf(caller)
    const stored = await orders.find(params.number)
    if (stored === undefined || !maySeeOrder(staff, stored.order)) throw new Refused('not-found')
    if (!mayNotePetition(staff)) throw new Refused('not-yours')
    const noting = commandKey(staff.id, 'notePetition', body.commandId)
    if (stored.petition?.opinion?.command === noting) return view(stored, staff, now)
    const opinion = { at: now, by: staff.id, text: body.text, command: noting }
    const noted = asksForOpinion(stored.petition, stored.order)
      ? await orders.notePetition(params.number, opinion)
      : undefined
    if (noted === undefined)
      throw new Refused('not-allowed-now', {
        detail: '这件工单没有等您看的信访查重结果，或者同事已经写过意见，请刷新后查看。',
      })
    return view(noted, staff, now)
  })
  deskCommands(bind, command, orders)
}
