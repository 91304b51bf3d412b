/** Every page of the app in the states that people meet, each reached in a line or two: for what must hold everywhere. */
import { burning, contestedDecision, leakingMain, noWater, parkedCars } from './appeals'
import type { Visitor } from './browser'
import { deeds, type Submitted } from './deeds'
import { handlerOf } from './handlerOf'
import { atDesk, holdsReceipt, type Kept, knows, signedIn } from './people'
import type { TestPortal } from './portal'

/** Whose device it is; steps of one device follow each other. */
export type Device =
  'stranger' | 'citizen' | 'writer' | 'handler' | 'operator' | 'supervisor' | 'administrator'

export interface Stop {
  readonly name: string
  readonly device: Device
  readonly go: (on: Visitor, has: Prepared) => Promise<unknown>
  /** What the citizens' pages need, the workbench may do otherwise. */
  readonly desk?: true
}

export interface Prepared {
  readonly handling: Submitted
  readonly replied: Submitted
  readonly rated: Submitted
  readonly asked: Submitted
  readonly declined: Submitted
  readonly stopped: Submitted
  readonly keeps: Readonly<Record<Device, Kept>>
}

export const CITIZEN = '13800000601'
export const STARTS = '2026-11-23T09:00:00+08:00'

/** Orders in the states that have pages of their own, all of one citizen. */
export const prepare = async (portal: TestPortal): Promise<Prepared> => {
  await portal.seedDemoOrders()
  const act = deeds(portal)
  const citizen = await signedIn(portal, CITIZEN)
  const own = { session: (citizen['session'] as { token: string }).token }
  const operator = await portal.staff('yantai-operator')
  const begin = async () => {
    const order = await act.submit(leakingMain(), own)
    return { order, account: await handlerOf(portal, order.number) }
  }
  const finish = async (rating: Parameters<typeof act.rate>[2] | null) => {
    const { order, account } = await begin()
    const unit = await portal.staff(account)
    await act.receive(order.number, unit)
    await act.reply(order.number, unit)
    if (rating !== null) await act.rate(order.number, order.own, rating)
    return order
  }
  const { order: handling, account } = await begin()
  const replied = await finish(null)
  const rated = await finish({ solved: 'solved', satisfaction: 'very-satisfied', reason: '修得很快。' })
  const asked = await act.submit(parkedCars(), own)
  await act.ask(asked.number, operator, '请写明是哪一条路、哪一个时间段。')
  const declined = await act.submit(contestedDecision({ insist: true }), own)
  await act.decline(declined.number, operator, {
    reason: '对处罚决定不服，有专门的行政复议程序。',
    goTo: '请向复议机关申请行政复议。',
  })
  const stopped = await act.submit(noWater(), own)
  const desk = async (who: string) => atDesk(portal, who)
  return {
    handling,
    replied,
    rated,
    asked,
    declined,
    stopped,
    keeps: {
      stranger: {},
      citizen: { ...citizen, ...knows(handling, replied), ...holdsReceipt(handling) },
      writer: {},
      handler: await desk(account),
      operator: await desk('yantai-operator'),
      supervisor: await desk('yantai-supervisor'),
      administrator: await desk('yantai-administrator'),
    },
  }
}

const order = (
  name: string,
  which: 'handling' | 'replied' | 'rated' | 'asked' | 'declined' | 'stopped',
): Stop => ({
  name,
  device: 'citizen',
  go: async (on, has) => {
    await on.open(`/order?number=${has[which].number}`)
    await on.sees('order-timeline')
  },
})

const at = (name: string, path: string, id: string, device: Device = 'stranger'): Stop => ({
  name,
  device,
  go: async (on) => {
    await on.open(path)
    await on.sees(id)
  },
})

export const CITIZENS_STOPS: readonly Stop[] = [
  at('home', '/', 'home-submit'),
  {
    name: 'home with orders',
    device: 'citizen',
    go: async (on) => {
      await on.open('/')
      await on.page.locator('[id^="order-"]:visible').first().waitFor()
    },
  },
  at('lookup', '/lookup', 'progress-sign-in'),
  {
    name: 'lookup, mistyped',
    device: 'stranger',
    go: async (on) => {
      await on.fill('lookup-number', '1234 5678 9012 3456')
      await on.press('lookup-open')
      await on.sees('lookup-number-error', /\S/)
    },
  },
  {
    name: 'progress with orders',
    device: 'citizen',
    go: async (on) => {
      await on.open('/lookup')
      await on.page.locator('[id^="order-"]:visible').first().waitFor()
    },
  },
  at('knowledge', '/knowledge', 'knowledge-submit'),
  {
    name: 'knowledge, found',
    device: 'stranger',
    go: async (on) => {
      await on.open(`/knowledge?q=${encodeURIComponent('家里停暖了找谁')}`)
      await on.page.locator('[id^="hit-"]:visible').first().waitFor()
    },
  },
  {
    name: 'knowledge entry',
    device: 'stranger',
    go: async (on) => {
      await on.page.locator('[id^="hit-"]:visible').first().click()
      await on.sees('short-answer')
    },
  },
  at('knowledge, nothing found', '/knowledge?q=zzzz', 'knowledge-call'),
  at('knowledge entry that is gone', '/knowledge/entry?id=gone', 'main'),
  at('hotlines', '/hotlines', 'hotline-12345'),
  {
    name: 'hotlines, nothing found',
    device: 'stranger',
    go: async (on) => {
      await on.fill('hotline-search', 'zzzz')
      await on.misses('dial-12345')
    },
  },
  at('cities', '/cities', 'city-yantai'),
  at('me, not signed in', '/me', 'me-sign-in'),
  {
    name: 'me, signing out',
    device: 'citizen',
    go: async (on) => {
      await on.open('/me')
      await on.press('me-sign-out')
      await on.sees('me-sign-out-yes')
    },
  },
  at('messages, not signed in', '/messages', 'messages-sign-in'),
  {
    name: 'messages',
    device: 'citizen',
    go: async (on) => {
      await on.open('/messages')
      await on.page.locator('[id^="message-"]:visible').first().waitFor()
    },
  },
  at('sign-in', '/sign-in', 'sign-in-phone'),
  {
    name: 'sign-in, wrong',
    device: 'stranger',
    go: async (on) => {
      await on.fill('sign-in-phone', '12')
      await on.press('sign-in-send')
      await on.sees('sign-in-phone-error', /\S/)
    },
  },
  at('no such page', '/no/such/page', 'lost-home'),
  {
    name: 'knowledge that cannot be read',
    device: 'stranger',
    go: async (on) => {
      await on.page.route('**/api/v1/knowledge**', (route) => route.abort())
      await on.open(`/knowledge?q=${encodeURIComponent('噪音')}`)
      await on.sees('retry')
      await on.page.unroute('**/api/v1/knowledge**')
    },
  },
  {
    name: 'submission, what is missing',
    device: 'writer',
    go: async (on) => {
      await on.open('/submit')
      await on.press('submit-send')
      await on.sees('submit-text-error', /\S/)
    },
  },
  {
    name: 'submission with findings',
    device: 'writer',
    go: async (on) => {
      await on.fill('submit-text', burning().text)
      await on.sees('submit-findings', /119/)
    },
  },
  {
    name: 'submission, choosing a category',
    device: 'writer',
    go: async (on) => {
      await on.press('submit-category')
      await on.sees('submit-category-sheet')
    },
  },
  {
    name: 'submission, filled in',
    device: 'writer',
    go: async (on) => {
      await on.page.keyboard.press('Escape')
      await on.misses('submit-category-sheet')
      await on.fill('submit-text', leakingMain().text)
      await on.misses('submit-findings')
    },
  },
  at('sent', '/sent', 'sent-number', 'citizen'),
  order('order in handling', 'handling'),
  order('order with a short promise', 'stopped'),
  order('order that was replied', 'replied'),
  order('order that was rated', 'rated'),
  order('order with a question', 'asked'),
  order('order that was declined', 'declined'),
  {
    name: 'order of somebody else',
    device: 'stranger',
    go: async (on, has) => {
      await on.open(`/order?number=${has.handling.number}`)
      await on.sees('lookup-code')
    },
  },
  {
    name: 'rating',
    device: 'citizen',
    go: async (on, has) => {
      await on.open(`/rate?number=${has.replied.number}`)
      await on.press('rate-solved-unsolved')
      await on.press('rate-satisfaction-dissatisfied')
      await on.press('rate-redo-yes')
    },
  },
  {
    name: 'rating, what is missing',
    device: 'citizen',
    go: async (on) => {
      await on.press('rate-send')
      await on.sees('rate-reason-error', /\S/)
    },
  },
  {
    name: 'rating that is over',
    device: 'citizen',
    go: async (on, has) => {
      await on.open(`/rate?number=${has.rated.number}`)
      await on.page.getByRole('heading', { level: 1 }).first().waitFor()
    },
  },
]

const desk = (stop: Stop): Stop => ({ ...stop, desk: true })

export const DESK_STOPS: readonly Stop[] = [
  at('desk sign-in', '/desk', 'desk-account'),
  at('desk list', '/desk', 'desk-queue-mine', 'handler'),
  {
    name: 'desk order',
    device: 'handler',
    go: async (on, has) => {
      await on.open(`/desk/order?number=${has.handling.number}`)
      await on.sees('desk-appeal')
    },
  } satisfies Stop,
  {
    name: 'desk, an order to decide',
    device: 'operator',
    go: async (on, has) => {
      await on.open(`/desk/order?number=${has.asked.number}`)
      await on.sees('desk-appeal')
    },
  } satisfies Stop,
  at('desk board', '/desk/board', 'board-formula', 'supervisor'),
  at('desk undelivered', '/desk/undelivered', 'main', 'administrator'),
  at('desk rules', '/desk/rules', 'rules-run', 'administrator'),
].map(desk)
