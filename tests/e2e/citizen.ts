/** What a citizen does on the phone, in words of the loop. */
import type { Visitor } from '../support/browser'
import type { TestPortal } from '../support/portal'

export interface Receipt {
  /** 16 digits. */
  readonly number: string
  readonly code: string
}

export const LEAK = '门口的自来水主管道从昨晚开始漏水，路面已经积水，麻烦尽快来修。'

/** Fills the form in as 王女士 would, up to the button. */
export const writeAppeal = async (citizen: Visitor, text: string): Promise<void> => {
  await citizen.sees('submit-text')
  await citizen.fill('submit-text', text)
  await citizen.press('submit-kind-help')
  await citizen.press('submit-category')
  await citizen.press('submit-category-option-city_water-main')
  await citizen.press('submit-district')
  await citizen.press('submit-district-option-370602')
  await citizen.fill('submit-detail', '示范路 1 号门口')
  await citizen.press('submit-confidentiality-open')
  await citizen.fill('submit-name', '王女士')
  await citizen.fill('submit-phone', '13800000000')
}

/** Sends what was written and reads the receipt. */
export const sendAppeal = async (citizen: Visitor): Promise<Receipt> => {
  await citizen.press('submit-send')
  return readReceipt(citizen)
}

export const readReceipt = async (citizen: Visitor): Promise<Receipt> => {
  const number = (await (await citizen.sees('sent-number')).innerText()).replace(/\D/g, '')
  const code = (await citizen.at('sent-code').innerText()).trim()
  return { number, code }
}

/** Opens an order by its number, written in groups, and its query code. */
export const lookUp = async (citizen: Visitor, { number, code }: Receipt): Promise<void> => {
  await citizen.open('/lookup')
  await citizen.sees('lookup-number')
  await citizen.fill('lookup-number', number.replace(/(\d{4})(?=\d)/g, '$1 '))
  await citizen.fill('lookup-code', code)
  await citizen.press('lookup-open')
  await citizen.sees('order-sentence')
}

/** Titles of the timeline's steps, newest first. */
export const timelineOf = async (reader: Visitor, id = 'order-timeline'): Promise<string> =>
  (await reader.sees(id)).innerText()

/** On the sign-in page: with the code that the portal sends to the phone. */
export const signInByPhone = async (
  citizen: Visitor,
  portal: Pick<TestPortal, 'sms'>,
  phone: string,
): Promise<void> => {
  await citizen.sees('sign-in-phone')
  await citizen.fill('sign-in-phone', phone)
  await citizen.press('sign-in-get-code')
  await citizen.page.getByText('验证码已发出').waitFor()
  await citizen.fill('sign-in-code', portal.sms.sent(phone).at(-1)?.params['code'] ?? '')
  await citizen.press('sign-in-send')
}
