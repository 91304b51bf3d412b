/** Who the app is, before it starts: what a device of that person would have kept. Saves signing in on every device. */
import type { BrowserContext } from 'playwright-core'
import { DEMO_PASSWORD } from '../../portal-api/src/demo/seedStaff'
import type { Submitted } from './deeds'
import type { TestPortal } from './portal'

/** What the app keeps on a device, by its name. */
export type Kept = Readonly<Record<string, unknown>>

export const elderOn: Kept = { elder: true }

/** Orders that were sent from this device. */
export const knows = (...orders: readonly Submitted[]): Kept => ({
  orders: orders.map(({ number, receipt }) => ({ number, key: receipt.accessToken })),
})

/** The receipt that is being shown. */
export const holdsReceipt = ({ receipt: { order, queryCode } }: Submitted): Kept => ({
  [`receipt:${order.number}`]: { order, queryCode, changedSince: false, from: 'sent-before', at: 1 },
})

export const signedIn = async (portal: TestPortal, phone: string): Promise<Kept> => {
  await portal.send('POST', '/api/v1/sms-codes', { phone })
  const code = portal.sms.sent(phone).at(-1)?.params['code']
  const { body } = await portal.send('POST', '/api/v1/sessions/phone', { phone, code })
  return { session: body }
}

export const atDesk = async (portal: TestPortal, account: string): Promise<Kept> => {
  const { body } = await portal.send('POST', '/api/v1/sessions/staff', { account, password: DEMO_PASSWORD })
  return { 'desk-session': body }
}

/** Puts it there before the first page is opened; what the app changes later stays changed. */
export const keep = async (context: BrowserContext, kept: Kept): Promise<void> => {
  await context.addInitScript(`
    for (const [name, data] of Object.entries(${JSON.stringify(kept)}))
      if (localStorage.getItem('jiesu:' + name) === null)
        localStorage.setItem('jiesu:' + name, JSON.stringify({ data }))`)
}
