import type { CityProfile } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Choices } from '../../../ui/form/Choices'
import { TextField } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { submitWords as words } from '../../../words/submit'
import { AgentPart } from './AgentPart'
import type { BlockProps } from './blocks'
import { nameOf, turnTo } from './submission'
import { REQUESTER_TYPE_WORDS } from '../../../words/vocabulary'
import styles from './submit.module.scss'

const FOR_WHOM = ['self', 'another'] as const
const CONTACT_FIELDS = ['submit-name', 'submit-phone'] as const
const AGENT_FIELDS = [
  'submit-agent-name',
  'submit-agent-phone',
  'submit-agent-relation',
  'submit-agent-consent',
] as const

/** Its 18 characters, and room for the spaces that come with a copied one. */
const CREDIT_CODE_TYPED = 30

/** Who asks, who may know it, and where the answer goes. */
export const WhoBlock = ({ draft, sending, profile }: BlockProps & { profile: CityProfile }) => {
  const { value, change } = draft
  const { errors, forgive } = sending
  const { forAnother } = value
  // What was written for somebody else stays what it is in a city that does not offer it; the portal then says so.
  const asksForWhom = profile.agentsOffered || forAnother
  return (
    <Card title={forAnother ? words.another.who : words.who}>
      {asksForWhom ? (
        <Choices
          id="submit-for"
          label={words.forWhom}
          choices={FOR_WHOM.map((id) => ({ id, name: words.forWhomNames[id] }))}
          chosen={forAnother ? 'another' : 'self'}
          error={errors['submit-for']}
          onChoose={(whom) => {
            change(turnTo(value, whom === 'another'))
            forgive('submit-for', 'submit-confidentiality', ...CONTACT_FIELDS, ...AGENT_FIELDS)
          }}
        />
      ) : null}
      <Choices
        id="submit-requester"
        label={nameOf('submit-requester', value)}
        choices={profile.requesterTypes.map((id) => ({ id, name: REQUESTER_TYPE_WORDS[id] }))}
        chosen={value.requester}
        error={errors['submit-requester']}
        onChoose={(requester) => {
          // What is agreed to reads differently for a person and an enterprise.
          change({ requester, agentConsent: value.agentConsent && requester === value.requester })
          forgive('submit-requester', 'submit-enterprise', 'submit-credit-code')
        }}
      />
      {value.requester === 'enterprise' ? (
        <View className={styles.next}>
          <TextField
            id="submit-enterprise"
            label={words.enterpriseName}
            maxlength={100}
            value={value.enterpriseName}
            error={errors['submit-enterprise']}
            autoComplete="organization"
            onChange={(enterpriseName) => {
              change({ enterpriseName })
              forgive('submit-enterprise')
            }}
          />
          <TextField
            id="submit-credit-code"
            label={words.creditCode}
            hint={words.creditCodeHint}
            optional
            maxlength={CREDIT_CODE_TYPED}
            value={value.creditCode}
            error={errors['submit-credit-code']}
            autoComplete="off"
            onChange={(creditCode) => {
              change({ creditCode })
              forgive('submit-credit-code')
            }}
          />
        </View>
      ) : null}
      <View className={styles.next}>
        <Choices
          id="submit-confidentiality"
          label={words.confidentiality}
          hint={forAnother ? words.another.confidentialityHint : undefined}
          stacked
          choices={profile.confidentialities.filter(({ id }) => !forAnother || id !== 'anonymous')}
          chosen={value.confidentiality === '' ? undefined : value.confidentiality}
          error={errors['submit-confidentiality']}
          onChoose={(confidentiality) => {
            change({ confidentiality })
            forgive('submit-confidentiality', ...CONTACT_FIELDS)
          }}
        />
      </View>
      {value.confidentiality === 'anonymous' ? null : (
        <View className={styles.next}>
          <TextField
            id="submit-name"
            label={nameOf('submit-name', value)}
            placeholder={words.namePlaceholder}
            maxlength={40}
            value={value.name}
            error={errors['submit-name']}
            autoComplete={forAnother ? 'off' : 'name'}
            onChange={(name) => {
              change({ name })
              forgive('submit-name')
            }}
          />
          <TextField
            id="submit-phone"
            label={nameOf('submit-phone', value)}
            hint={forAnother ? words.another.phoneHint : words.phoneHint}
            keyboard="tel"
            maxlength={20}
            value={value.phone}
            error={errors['submit-phone']}
            autoComplete={forAnother ? 'off' : 'tel'}
            onChange={(phone) => {
              change({ phone })
              forgive('submit-phone')
            }}
          />
        </View>
      )}
      {forAnother ? <AgentPart draft={draft} sending={sending} /> : null}
    </Card>
  )
}
