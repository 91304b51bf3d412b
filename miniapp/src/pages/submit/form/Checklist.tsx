import type { CityProfile } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { CheckNormal, Checked } from '@nutui/icons-react-taro'
import { commonWords } from '../../../words/zh/common'
import { submitWords as words } from '../../../words/zh/submit'
import type { OpenPoints } from './openPoints'
import styles from './submit.module.scss'

/** Beside the form on wide screens: how far it is, and what belongs here. */
export const Checklist = ({ open, profile }: { open: OpenPoints; profile: CityProfile | undefined }) => {
  const settled = (...names: string[]) =>
    !names.some((name) => open.missing.includes(name) || open.toLookAt.includes(name))
  const steps = [
    { name: words.what, done: settled(words.text, words.findings, words.kind, words.category) },
    { name: words.where, done: settled(words.district, words.street, words.detail) },
    {
      name: words.who,
      done: settled(
        words.requester,
        words.enterpriseName,
        words.creditCode,
        words.confidentiality,
        words.name,
        words.phone,
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
