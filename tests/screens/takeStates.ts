/** Screens in states that take preparing: elder view, English, followed matters, similar matters, answers that helped. */
import { leakingMain } from '../support/appeals'
import { builtH5, startBrowser, type Visitor } from '../support/browser'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { atDesk, elderOn, holdsReceipt, keep, type Kept, knows, signedIn } from '../support/people'
import { startPortal } from '../support/portal'
import { writeAppeal } from '../e2e/citizen'
import { SIZES, take, watch } from './camera'

const ENGLISH: Kept = { language: 'en' }

/** @throws when the app complained. */
export const takeStates = async (): Promise<void> => {
  const portal = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_H5: builtH5() } })
  const browser = await startBrowser(portal.url)
  const act = deeds(portal)
  const citizen = await signedIn(portal, '13800000601')
  const own = { session: (citizen['session'] as { token: string }).token }
  const lead = await act.submit(leakingMain({ text: '芝罘屯路路口自来水管漏水，路面积水。' }), own)
  const replied = await act.submit(leakingMain(), own)
  const unit = await portal.staff(await handlerOf(portal, replied.number))
  await act.receive(replied.number, unit)
  await act.reply(replied.number, unit)
  const place = { district: '370602', street: '370602001', detail: '示范路 1 号王女士家，502 室' }
  await act.submit(leakingMain({ place }), own)
  const follower = await signedIn(portal, '13800000602')
  portal.now = new Date('2026-11-23T09:30:00+08:00')
  const again = await act.submit(leakingMain({ text: '水管漏水两天了，芝罘屯路都是水，请来修。' }))
  const mine = { ...citizen, ...knows(lead, replied) }

  for (const [size, viewport] of [...SIZES].reverse()) {
    const on = async (kept: Kept, show: (visitor: Visitor) => Promise<void>): Promise<void> => {
      const visitor = await browser.visitor(viewport)
      watch(visitor.page)
      await visitor.page.clock.setFixedTime(portal.now)
      await keep(visitor.context, kept)
      await show(visitor)
      await visitor.context.close()
    }
    const at = (name: string, path: string, id: string, kept: Kept = {}) =>
      on(kept, async (visitor) => {
        await visitor.open(path)
        await visitor.sees(id)
        await take(visitor, name, size)
      })

    for (const [view, kept] of [
      ['elder', elderOn],
      ['english', ENGLISH],
    ] as const) {
      await at(`home-${view}`, '/', 'home-submit', kept)
      await at(`submit-${view}`, '/submit', 'submit-text', kept)
      await at(`order-${view}`, `/order?number=${lead.number}`, 'order-clock', { ...mine, ...kept })
      await at(`rate-${view}`, `/rate?number=${replied.number}`, 'rate-send', { ...mine, ...kept })
    }
    await at('home-orders', '/', `order-${lead.number}`, mine)
    await at('progress', '/lookup', `order-${lead.number}`, mine)
    await at('me-signed-in', '/me', 'me-sign-out', mine)
    await on({ ...mine, ...holdsReceipt(lead) }, async (visitor) => {
      await visitor.open('/sent')
      await visitor.sees('sent-number')
      await visitor.press('sent-save-picture')
      await visitor.sees('sent-picture-close')
      await take(visitor, 'sent-picture', size)
    })
    await on(follower, async (visitor) => {
      await visitor.open('/submit')
      await writeAppeal(visitor, '示范路口自来水管漏水，路面积水。')
      await visitor.sees('submit-similar')
      await take(visitor, 'submit-similar', size)
      await visitor.press('submit-follow-1')
      await visitor.sees('submit-followed')
      await visitor.press('submit-to-followed')
      await visitor.page.locator('[id^="followed-"]:visible').first().waitFor()
      await take(visitor, 'followed', size)
      // The other device begins where this one did.
      await visitor.page.locator('[id^="unfollow-"]:visible').first().click()
      await visitor.page.getByText('还没有关注的事').waitFor()
    })
    await on({}, async (visitor) => {
      await visitor.open(`/knowledge?q=${encodeURIComponent('家里停暖了找谁')}`)
      await visitor.page.locator('[id^="hit-"]:visible').first().waitFor()
      await take(visitor, 'knowledge-found', size)
      await visitor.page.locator('[id^="hit-"]:visible').first().click()
      await visitor.sees('entry-solved')
      await take(visitor, 'knowledge-entry', size)
      await visitor.press('entry-solved')
      await visitor.sees('entry-thanks')
      await take(visitor, 'knowledge-answered', size)
    })
    await at('desk-similar', `/desk/order?number=${again.number}`, `desk-similar-${lead.number}`, {
      ...(await atDesk(portal, 'yantai-operator')),
    })
  }
  await browser.stop()
  await portal.stop()
  if (browser.errors.length > 0) throw new Error(`the app complained:\n${browser.errors.join('\n')}`)
}
