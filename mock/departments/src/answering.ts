import type { Received } from './inbox'
import type { UnitSystem } from './systems'

/** How the systems answer by themselves. */
export interface AnswerPlan {
  /** The portal's address. */
  portal: string
  /** Seconds between an order's arrival and its receipt, and again until its reply. */
  afterSeconds: number
  /** Posts everything twice, as a system does that lost the answer. */
  twice?: boolean
  /** Tries to reply before it has received the order, which the portal refuses. */
  replyFirst?: boolean
}

/** Something that a system posted to the portal, and how that went. */
export interface Posted {
  system: string
  number: string
  what: 'receive' | 'reply'
  status: number
  /** The portal's code for a refusal. */
  code?: string
}

/** The plan in a request body, or one line on why it is none. */
export const readAnswerPlan = (body: Record<string, unknown>): AnswerPlan | string => {
  const { portal, afterSeconds, twice = false, replyFirst = false } = body
  if (typeof portal !== 'string' || !URL.canParse(portal)) return 'portal must be an address'
  if (typeof afterSeconds !== 'number' || !(afterSeconds >= 0 && afterSeconds <= 3600))
    return 'afterSeconds must be a number from 0 to 3600'
  if (typeof twice !== 'boolean' || typeof replyFirst !== 'boolean')
    return 'twice and replyFirst must be true or false'
  return { portal, afterSeconds, twice, replyFirst }
}

const REPLY = {
  publicReply: '您反映的问题我们已经到现场处理完毕，感谢您的监督。（演示系统自动答复）',
  internalAccount: '演示系统自动回传：已派班组到场处置。',
}

const isMainUnit = ({ unit }: UnitSystem, { body }: Received): boolean =>
  (body as { order?: { unit?: { id?: string } } }).order?.unit?.id === unit

/** Plays the people behind a system: receives what is dispatched to its unit and replies, when that is switched on. */
export class Answering {
  plan: AnswerPlan | undefined
  readonly posted: Posted[] = []

  /** Answers an event, in the background. */
  answer(system: UnitSystem, event: Received): void {
    const { plan } = this
    if (plan === undefined || !isMainUnit(system, event)) return
    if (event.type === 'dispatched') void this.handle(plan, system, event)
    if (event.type === 'redo-ordered') void this.replyLater(plan, system, event)
  }

  private async handle(plan: AnswerPlan, system: UnitSystem, event: Received): Promise<void> {
    if (plan.replyFirst === true) await this.post(plan, system, event, 'reply', 'too-early')
    await this.pause(plan)
    await this.post(plan, system, event, 'receive')
    await this.replyLater(plan, system, event)
  }

  private async replyLater(plan: AnswerPlan, system: UnitSystem, event: Received): Promise<void> {
    await this.pause(plan)
    await this.post(plan, system, event, 'reply')
  }

  /** Not referenced: an answer that is still to come must not keep a stopped process alive. */
  private pause({ afterSeconds }: AnswerPlan): Promise<void> {
    return new Promise((done) => setTimeout(done, afterSeconds * 1000).unref())
  }

  /** The command id comes from the event: an event that arrives twice is answered once. */
  private async post(
    plan: AnswerPlan,
    system: UnitSystem,
    event: Received,
    what: Posted['what'],
    occasion = 'answer',
  ): Promise<void> {
    const { number } = event
    const body = { commandId: `${what}-${occasion}-${event.id}`, ...(what === 'reply' ? REPLY : {}) }
    for (let i = 0; i < (plan.twice === true ? 2 : 1); i++)
      try {
        const answer = await fetch(`${plan.portal}/api/v1/exchange/orders/${number}/${what}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${system.token}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        const { code } = (await answer.json()) as { code?: string }
        const outcome = { system: system.id, number, what, status: answer.status }
        this.posted.push(code === undefined ? outcome : { ...outcome, code })
      } catch {
        this.posted.push({ system: system.id, number, what, status: 0, code: 'no_answer' })
      }
  }
}
