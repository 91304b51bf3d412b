import type { CityProfile } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { CheckNormal, Checked } from '@nutui/icons-react-taro'
import { commonWords } from '../../../words/zh/common'
import { submitWords as words } from '../../../words/zh/submit'
import { missingNames, type Submission } from './submission'
import styles from './submit.module.scss'

/** Beside the form on wide screens: how far it is, and what belongs here. */
export const Checklist = ({
  submission,
  profile,
}: {
  submission: Submission
  profile: CityProfile | undefined
}) => {
  const missing = missingNames(submission)
  const named = submission.confidentiality !== 'anonymous'
  const steps = [
    {
      name: words.what,
      done: ![words.text, words.kind, words.category].some((name) => missing.includes(name)),
    },
    { name: words.where, done: !missing.includes(words.district) },
    {
      name: words.who,
      done:
        !missing.includes(words.confidentiality) &&
        !missing.includes(words.enterpriseName) &&
        !(named && (missing.includes(words.name) || missing.includes(words.phone))),
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
