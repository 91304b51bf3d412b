import { dispatch, isHeard } from './events'
import type { Page } from './page'
import type { Phone } from './phone'
import type { Fn } from './realm'
import type { ViewNode } from './viewNode'

/** WeChat cuts input off here unless the field says otherwise; -1 is without end. */
const DEFAULT_MAXLENGTH = 140

const isTrue = (value: unknown) => value === true || value === 'true' || value === ''

const must = (node: ViewNode | undefined, what: string): ViewNode => {
  if (!node) throw new Error(`${what}: there is no such node`)
  return node
}

const name = (node: ViewNode) => node.outline().split('\n')[0] ?? ''

const topPage = (phone: Phone): Page => {
  if (!phone.pages.top) throw new Error('there is no page')
  return phone.pages.top
}

/** An event at one node that must be heard by somebody. */
export const fire = (phone: Phone, at: ViewNode | undefined, type: string, detail: unknown): void => {
  const node = must(at, type)
  if (!isHeard(node, type, true)) throw new Error(`nobody listens to "${type}" on ${name(node)} or around it`)
  const touches = /^(tap|longpress|longtap|touch\w+|transitionend|animation\w+)$/.test(type)
  dispatch(phone, node, { type, detail, bubbles: touches, composed: touches })
}

const formValues = (page: Page, form: ViewNode): Record<string, unknown> => {
  const values: Record<string, unknown> = {}
  for (const { attr, key } of form.walk()) {
    if (typeof attr.name !== 'string' || attr.name === '') continue
    values[attr.name] = page.typed.get(key) ?? attr.value ?? attr.checked ?? ''
  }
  return values
}

const submitForm = (phone: Phone, button: ViewNode): boolean => {
  const form = button.closest(({ tag }) => tag === 'form')
  if (!form) return false
  dispatch(phone, form, {
    type: 'submit',
    detail: { value: formValues(topPage(phone), form), target: { id: button.id, dataset: button.dataset } },
    bubbles: false,
    composed: false,
  })
  return true
}

const givePhoneNumber = (phone: Phone, button: ViewNode): void => {
  const code = phone.answers.phoneCode()
  const detail =
    code === null
      ? { errMsg: 'getPhoneNumber:fail user deny', errno: 1400001 }
      : { errMsg: 'getPhoneNumber:ok', code }
  dispatch(phone, button, { type: 'getphonenumber', detail, bubbles: false, composed: false })
}

const openType = (phone: Phone, button: ViewNode): boolean => {
  switch (button.attr.openType) {
    case 'getPhoneNumber':
      givePhoneNumber(phone, button)
      return true
    case 'share':
      topPage(phone).call('onShareAppMessage', {
        from: 'button',
        target: { id: button.id, dataset: button.dataset },
      })
      return true
    default:
      return false
  }
}

const NAVIGATION: Readonly<Record<string, string>> = { navigate: 'navigateTo', redirect: 'redirectTo' }

const follow = (wx: Record<string, unknown>, link: ViewNode): void => {
  const how = typeof link.attr.openType === 'string' && link.attr.openType ? link.attr.openType : 'navigate'
  const api = wx[NAVIGATION[how] ?? how]
  if (typeof api !== 'function') throw new Error(`<navigator open-type="${how}"> is not modelled`)
  ;(api as Fn)({ url: link.attr.url, delta: link.attr.delta, complete: () => {} })
}

/** A tap, with what WeChat's own buttons, forms and links make of it. */
export const tap = (phone: Phone, wx: Record<string, unknown>, at: ViewNode | undefined): void => {
  const node = must(at, 'tap')
  const button = node.closest(({ tag }) => tag === 'button')
  if (button && isTrue(button.attr.disabled)) throw new Error(`${name(button)} is disabled`)
  phone.tapping = true
  const heard = dispatch(phone, node, { type: 'tap', detail: { x: 0, y: 0 }, bubbles: true, composed: true })
  const link = node.closest(({ tag }) => tag === 'navigator')
  if (link) follow(wx, link)
  const submitted = button?.attr.formType === 'submit' && submitForm(phone, button)
  const opened = button !== undefined && openType(phone, button)
  if (heard === 0 && !link && !submitted && !opened) {
    throw new Error(`nobody listens to "tap" on ${name(node)} or around it`)
  }
}

/** Types a text into a field as a person does: focus, input, and leaving the field again. */
export const type = (phone: Phone, at: ViewNode | undefined, text: string): void => {
  const field = must(
    must(at, 'input').find((node) => node.isTextField),
    'input',
  )
  if (isTrue(field.attr.disabled)) throw new Error(`${name(field)} is disabled`)
  const given = field.attr.maxlength
  const limit = given === undefined || given === '' ? DEFAULT_MAXLENGTH : Number(given)
  const value = limit < 0 ? text : text.slice(0, limit)
  topPage(phone).typed.set(field.key, value)
  const detail = { value, cursor: value.length, keyCode: 0 }
  const inForm = typeof field.attr.name === 'string' && field.attr.name !== ''
  if (!inForm && !isHeard(field, 'input', false))
    throw new Error(`nobody listens to "input" on ${name(field)}`)
  for (const event of ['focus', 'input', 'blur']) {
    dispatch(phone, field, { type: event, detail, bubbles: false, composed: false })
  }
}

/** The keyboard's own button. */
export const confirm = (phone: Phone, at: ViewNode | undefined): void => {
  const field = must(
    must(at, 'confirm').find((node) => node.isTextField),
    'confirm',
  )
  const value = topPage(phone).typed.get(field.key) ?? field.attr.value ?? ''
  fire(phone, field, 'confirm', { value })
}
