import type { CityProfile } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { CheckNormal, Checked } from '@nutui/icons-react-taro'
import { commonWords } from '../../../words/common'
import { submitWords as words } from '../../../words/submit'
import type { OpenPoints } from './openPoints'
import type { FieldId } from './submission'
import styles from './submit.module.scss'

interface ChecklistProps {
  open: OpenPoints
  profile: CityProfile | undefined
  forAnother: boolean
}

/** Beside the form on wide screens: how far it is, and what belongs here. */
export const Checklist = ({ open, profile, forAnother }: ChecklistProps) => {
  const settled = (...fields: FieldId[]) =>
    !fields.some((id) => open.missing.includes(id) || open.toLookAt.includes(id))
  const steps = [
    { name: words.what, done: settled('submit-text', 'submit-findings', 'submit-kind', 'submit-category') },
    { name: words.where, done: settled('submit-district', 'submit-street', 'submit-detail') },
    {
      name: forAnother ? words.another.who : words.who,
      done: settled(
        'submit-for',
        'submit-requester',
        'submit-enterprise',
        'submit-credit-code',
        'submit-confidentiality',
        'submit-name',
        'submit-phone',
        'submit-agent-name',
        'submit-agent-phone',
        'submit-agent-relation',
        'submit-agent-consent',
      ),
    },
  ]
  return (
    <View className={styles.checklist}>
      <View className={styles.checklistTitle}>{words.checklist}</View>
      {steps.map((step) => (
        <View key={step.name} className={`${styles.checkStep} ${step.done ? styles.checkDone : ''}`}>
          {step.done ? <Checked size={18} /> : <CheckNormal size={18} />}
          <View>{step.name}</View>
        </View>
      ))}
      {profile === undefined ? null : (
        <View className={styles.scope}>
          <View className={styles.checklistTitle}>{words.scopeTitle}</View>
          <View className={styles.muted}>{profile.scopeStatement.text}</View>
          <View className={styles.muted}>
            {commonWords.source(profile.scopeStatement.source.document, profile.scopeStatement.source.item)}
          </View>
        </View>
      )}
    </View>
  )
}
