/** What a citizen does on the phone, in words of the loop. */
import type { Stage } from './stage'

export const FORM = 'pages/submit/form/index'
export const LOOKUP = 'pages/progress/home/index'

export interface Receipt {
  /** 16 digits. */
  readonly number: string
  readonly code: string
}

const pick = async ({ seen, tap }: Stage, id: string, option: string): Promise<void> => {
  await tap(id)
  await seen(`${id}-option-${option}`)
  await tap(`${id}-option-${option}`)
}

/** Fills in what the form cannot be sent without, as 王女士 would. */
export const writeAppeal = async (stage: Stage, text: string): Promise<void> => {
  await stage.seen('submit-text')
  await stage.input('submit-text', text)
  await stage.tap('submit-kind-help')
  await pick(stage, 'submit-category', 'city_water-main')
  await pick(stage, 'submit-district', '370602')
  await stage.tap('submit-confidentiality-open')
  await stage.input('submit-name', '王女士')
  await stage.input('submit-phone', '13800000000')
}

/** What the form can be sent without: the place, and who asks. */
export const writeDetails = async ({ input, tap }: Stage): Promise<void> => {
  await input('submit-detail', '示范路 1 号门口')
  await tap('submit-requester-citizen')
}

/** Sends what was written and reads the receipt. */
export const sendAppeal = async (stage: Stage): Promise<Receipt> => {
  await stage.tap('submit-send')
  return readReceipt(stage)
}

/** Waits for the receipt; the test fails where its number is none. */
export const readReceipt = async ({ app, seen }: Stage): Promise<Receipt> => {
  const number = (await seen('sent-number')).text.replace(/\D/g, '')
  expect(number).toMatch(/^\d{16}$/)
  const code = app.view().byId('sent-code').text.replace(/\D/g, '')
  return { number, code }
}

/** On the page where orders are looked up. */
export const lookUp = async ({ seen, input, tap }: Stage, { number, code }: Receipt): Promise<void> => {
  await seen('lookup-number')
  await input('lookup-number', number)
  await input('lookup-code', code)
  await tap('lookup-open')
  await seen('order-sentence')
}

export const ordersWith = ({ portal }: Stage, text: string): Promise<number> =>
  portal.connection.collection('orders').countDocuments({ 'order.text': text })
