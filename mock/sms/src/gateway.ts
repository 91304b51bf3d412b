import { randomUUID } from 'node:crypto'
import { REGISTERED, render } from './templates'

/** A message that the gateway took. */
export interface SmsMessage {
  id: string
  to: string
  template: string
  params: Record<string, string>
  clientId: string
  /** What the phone shows, in Chinese. */
  text: string
  /** ISO instant, UTC. */
  acceptedAt: string
}

export interface Refused {
  status: 400 | 409 | 429
  code:
    | 'invalid_phone'
    | 'invalid_client_id'
    | 'invalid_params'
    | 'unknown_template'
    | 'missing_params'
    | 'client_id_reused'
    | 'too_many'
  message: string
  retryAfterSeconds?: number
}

const MINUTE_MS = 60_000

const refuse = (status: Refused['status'], code: Refused['code'], message: string): Refused => ({
  status,
  code,
  message,
})

const readParams = (value: unknown): Record<string, string> | undefined => {
  if (value === undefined) return {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entries = Object.entries(value)
  if (!entries.every(([, param]) => typeof param === 'string' || typeof param === 'number')) return undefined
  return Object.fromEntries(entries.map(([name, param]) => [name, String(param)]))
}

/** Accepts messages once per `clientId`, so that a sender may repeat what it got no answer for. */
export class Gateway {
  /** In order of acceptance. */
  readonly messages: SmsMessage[] = []
  /** Messages to one phone within any 60 seconds; no limit when undefined. */
  perPhonePerMinute: number | undefined
  private readonly templates = new Map(Object.entries(REGISTERED))

  constructor(private readonly now: () => number) {}

  register(template: string, text: string): void {
    this.templates.set(template, text)
  }

  accept(ask: Record<string, unknown>): SmsMessage | Refused {
    const { to, template, clientId } = ask
    if (typeof to !== 'string' || !/^1[3-9]\d{9}$/.test(to)) {
      return refuse(400, 'invalid_phone', 'to must be a mainland mobile number of 11 digits')
    }
    if (typeof clientId !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(clientId)) {
      return refuse(400, 'invalid_client_id', 'clientId must be 1 to 128 printable ASCII characters')
    }
    const params = readParams(ask.params)
    if (!params) return refuse(400, 'invalid_params', 'params must be an object of texts and numbers')
    const registered = typeof template === 'string' ? this.templates.get(template) : undefined
    if (typeof template !== 'string' || registered === undefined) {
      const known = [...this.templates.keys()].join(', ')
      return refuse(400, 'unknown_template', `template must be one of ${known}`)
    }
    const rendered = render(registered, params)
    if ('missing' in rendered) {
      return refuse(400, 'missing_params', `params lack ${rendered.missing.join(', ')}`)
    }
    const earlier = this.messages.find((message) => message.clientId === clientId)
    if (earlier) {
      const same = earlier.to === to && earlier.text === rendered.text
      return same ? earlier : refuse(409, 'client_id_reused', 'this clientId came with another message')
    }
    const tooMany = this.checkRate(to)
    if (tooMany) return tooMany
    const acceptedAt = new Date(this.now()).toISOString()
    const message = { id: randomUUID(), to, template, params, clientId, text: rendered.text, acceptedAt }
    this.messages.push(message)
    return message
  }

  private checkRate(to: string): Refused | undefined {
    if (this.perPhonePerMinute === undefined) return undefined
    const since = this.now() - MINUTE_MS
    const recent = this.messages.filter(
      (message) => message.to === to && Date.parse(message.acceptedAt) > since,
    )
    if (recent.length < this.perPhonePerMinute) return undefined
    const oldest = recent.at(-this.perPhonePerMinute)
    const free = (oldest ? Date.parse(oldest.acceptedAt) : this.now()) + MINUTE_MS
    return {
      ...refuse(429, 'too_many', `at most ${this.perPhonePerMinute} messages per phone and minute`),
      retryAfterSeconds: Math.ceil((free - this.now()) / 1000),
    }
  }
}
