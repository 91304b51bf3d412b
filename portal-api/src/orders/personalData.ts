/** What an order keeps about a person: sealed, bound to its submission, and opened only where it is needed. */
import { type Language, shanghaiInstant, type SubmitOrderInput, vocabularyIn } from '@jiesu/shared-types'
import type * as z from 'zod/mini'
import { maskName, maskPhone } from '../platform/masking'
import type { Secrets } from '../platform/secrets'
import type { OrderPrivate } from './order.document'

type Input = z.output<typeof SubmitOrderInput>
export type Contact = NonNullable<Input['contact']>
export type Enterprise = NonNullable<Input['enterprise']>
/** As it is kept: what was consented to, in the words that were shown, and when (ISO instant, Shanghai). */
type Agent = Omit<NonNullable<Input['agent']>, 'consent'> & {
  readonly consent: { readonly at: string; readonly words: string }
}

/** Bound to what it is and to one submission: it cannot be moved into another order. */
const about = (what: 'agent' | 'code' | 'contact' | 'enterprise', submissionId: string): string =>
  `${what} ${submissionId}`

/** An agent is kept beside the contact for whom they act. */
const sealAgent = (
  agent: NonNullable<Input['agent']>,
  { commandId, requester }: Pick<Input, 'commandId' | 'requester'>,
  now: Date,
  secrets: Secrets,
  language: Language,
): Pick<OrderPrivate, 'agentSealed' | 'agentMasked'> => {
  const { name, phone, relation } = agent
  const consent = { at: shanghaiInstant(now), words: vocabularyIn(language).AGENT_CONSENT_WORDS[requester] }
  const kept: Agent = { name, phone, relation, consent }
  return {
    agentSealed: secrets.seal(JSON.stringify(kept), about('agent', commandId)),
    agentMasked: { name: maskName(name), phone: maskPhone(phone), relation },
  }
}

/** @param language in which the submitter read what they agree to. @param account the signed-in submitter's. An anonymous appeal keeps no contact, whatever came with it. */
export const sealPersonalData = (
  input: Pick<Input, 'commandId' | 'confidentiality' | 'requester' | 'contact' | 'enterprise' | 'agent'>,
  account: string | undefined,
  queryCode: string,
  now: Date,
  secrets: Secrets,
  language: Language = 'zh-CN',
): OrderPrivate => {
  const { commandId, confidentiality, requester } = input
  const named = confidentiality !== 'anonymous'
  const contact = named ? input.contact : undefined
  const enterprise = named && requester === 'enterprise' ? input.enterprise : undefined
  return {
    submissionId: commandId,
    account,
    queryCodeSealed: secrets.seal(queryCode, about('code', commandId)),
    ...(contact === undefined
      ? {}
      : {
          contactSealed: secrets.seal(JSON.stringify(contact), about('contact', commandId)),
          contactMasked: { name: maskName(contact.name), phone: maskPhone(contact.phone) },
          ...(input.agent === undefined ? {} : sealAgent(input.agent, input, now, secrets, language)),
        }),
    ...(enterprise === undefined
      ? {}
      : { enterpriseSealed: secrets.seal(JSON.stringify(enterprise), about('enterprise', commandId)) }),
  }
}

export const queryCodeOf = (secret: OrderPrivate, secrets: Secrets): string =>
  secrets.unseal(secret.queryCodeSealed, about('code', secret.submissionId))

/** The contact in clear. Whoever shows it to a person has logged the read. */
export const contactOf = (secret: OrderPrivate, secrets: Secrets): Contact | undefined =>
  secret.contactSealed === undefined
    ? undefined
    : (JSON.parse(secrets.unseal(secret.contactSealed, about('contact', secret.submissionId))) as Contact)

/** Who acts for the contact, in clear. Whoever shows it to a person has logged the read. */
export const agentOf = (secret: OrderPrivate, secrets: Secrets): Agent | undefined =>
  secret.agentSealed === undefined
    ? undefined
    : (JSON.parse(secrets.unseal(secret.agentSealed, about('agent', secret.submissionId))) as Agent)

/** The enterprise's name and credit code in clear. */
export const enterpriseOf = (secret: OrderPrivate, secrets: Secrets): Enterprise | undefined =>
  secret.enterpriseSealed === undefined
    ? undefined
    : (JSON.parse(
        secrets.unseal(secret.enterpriseSealed, about('enterprise', secret.submissionId)),
      ) as Enterprise)
