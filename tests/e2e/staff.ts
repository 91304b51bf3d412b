/** What somebody at the workbench does. */
import { DEMO_PASSWORD } from '../../portal-api/src/demo/seedStaff'
import type { Visitor } from '../support/browser'

export const signInAtDesk = async (
  staff: Visitor,
  account: string,
  password = DEMO_PASSWORD,
): Promise<void> => {
  await staff.sees('desk-account')
  await staff.fill('desk-account', account)
  await staff.fill('desk-password', password)
  await staff.press('desk-sign-in')
}

/** Opens an order from the list of those that wait for this desk, asking for more of the list where it is long. */
export const openFromList = async (staff: Visitor, number: string): Promise<void> => {
  const cards = staff.page.locator('[id^="desk-order-"]:visible')
  const wanted = staff.page.locator(`[id="desk-order-${number}"]:visible`)
  const more = staff.page.locator('[id="desk-more"]:visible')
  await cards.first().waitFor()
  while ((await wanted.count()) === 0 && (await more.count()) > 0) {
    const shown = await cards.count()
    await more.click()
    await cards.nth(shown).waitFor()
  }
  await staff.sees(`desk-order-${number}`)
  await staff.press(`desk-order-${number}`)
  await staff.sees('desk-appeal')
}

export const writeReply = async (
  staff: Visitor,
  publicReply: string,
  internalAccount: string,
): Promise<void> => {
  await staff.press('desk-reply')
  await staff.fill('desk-reply-public', publicReply)
  await staff.fill('desk-reply-internal', internalAccount)
}

export const sendReply = async (staff: Visitor): Promise<void> => {
  await staff.press('desk-reply-send')
  await staff.sees('desk-next', '等诉求人评价')
}

/**
 * Changes one of the city's files on the administrator's page by reading it in from the device; `change` must change
 * something.
 */
export const changeRules = async (
  administrator: Visitor,
  file: string,
  change: (text: string) => string,
): Promise<void> => {
  await administrator.press(`rules-file-${file}`)
  const before = await (await administrator.sees('rules-text')).inputValue()
  const after = change(before)
  if (after === before) throw new Error(`nothing changed in ${file}`)
  const asked = administrator.page.waitForEvent('filechooser')
  await administrator.press('rules-from-file')
  const chooser = await asked
  await chooser.setFiles({ name: `${file}.json`, mimeType: 'application/json', buffer: Buffer.from(after) })
  await administrator.sees(`rules-file-${file}`, '已改动')
}
