import { AGENT_RELATIONS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Choices } from '../../../ui/form/Choices'
import { TextField } from '../../../ui/form/Field'
import { Tick } from '../../../ui/form/Tick'
import { submitWords } from '../../../words/submit'
import type { BlockProps } from './blocks'
import { AGENT_CONSENT_WORDS, AGENT_RELATION_WORDS } from '../../../words/vocabulary'
import styles from './submit.module.scss'

/** 代办: who writes for the person concerned, and that the person agreed to it. */
export const AgentPart = ({ draft, sending }: BlockProps) => {
  const { value, change } = draft
  const { errors, forgive } = sending
  const words = submitWords.another
  return (
    <View id="submit-agent" className={styles.agent} role="group" aria-labelledby="submit-agent-label">
      <View id="submit-agent-label" className={styles.agentTitle}>
        {words.agent}
      </View>
      <TextField
        id="submit-agent-name"
        label={words.agentName}
        placeholder={words.agentNamePlaceholder}
        maxlength={40}
        value={value.agentName}
        error={errors['submit-agent-name']}
        autoComplete="name"
        onChange={(agentName) => {
          change({ agentName })
          forgive('submit-agent-name')
        }}
      />
      <TextField
        id="submit-agent-phone"
        label={words.agentPhone}
        hint={words.agentPhoneHint}
        keyboard="tel"
        maxlength={20}
        value={value.agentPhone}
        error={errors['submit-agent-phone']}
        autoComplete="tel"
        onChange={(agentPhone) => {
          change({ agentPhone })
          forgive('submit-agent-phone')
        }}
      />
      <View className={styles.next}>
        <Choices
          id="submit-agent-relation"
          label={words.agentRelation}
          choices={AGENT_RELATIONS.map((id) => ({ id, name: AGENT_RELATION_WORDS[id] }))}
          chosen={value.agentRelation === '' ? undefined : value.agentRelation}
          error={errors['submit-agent-relation']}
          onChoose={(agentRelation) => {
            change({ agentRelation })
            forgive('submit-agent-relation')
          }}
        />
      </View>
      <View className={styles.next}>
        <Tick
          id="submit-agent-consent"
          ticked={value.agentConsent}
          error={errors['submit-agent-consent']}
          onTick={(agentConsent) => {
            change({ agentConsent })
            forgive('submit-agent-consent')
          }}
        >
          {AGENT_CONSENT_WORDS[value.requester]}
        </Tick>
      </View>
    </View>
  )
}
