import type { CityProfile } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { Card } from '../../../ui/layout/Card'
import { commonWords } from '../../../words/common'
import { submitWords as words } from '../../../words/submit'
import type { Submission } from './submission'
import styles from './submit.module.scss'

interface PromisePreviewProps {
  submission: Submission
  profile: CityProfile
}

/** The limits that this appeal would get if it were sent now, by the same rules that will run it. */
export const PromisePreview = ({ submission, profile }: PromisePreviewProps) => {
  const { kind, category, requester } = submission
  const known = kind !== '' && category !== ''
  const preview = useRemote(known ? `promise:${profile.id}:${requester}:${kind}:${category}` : null, () =>
    call('previewDeadlines', {
      query: { city: profile.id, requester, category, ...(kind === '' ? {} : { kind }) },
    }),
  )
  const milestones = preview.data?.milestones ?? []
  return (
    <Card id="submit-promise" title={words.promise}>
      <View aria-live="polite">
        {milestones.length === 0 ? <View className={styles.muted}>{words.promiseNone}</View> : null}
        {milestones.map((milestone) => (
          <View key={milestone.type} className={styles.promise}>
            <View className={styles.promiseTop}>
              <View className={styles.promiseName}>{milestone.name}</View>
              <View className={styles.promiseLimit}>{milestone.limit}</View>
            </View>
            <View className={styles.promiseDue}>{words.promiseBy(milestone.dueWords)}</View>
            {milestone.unit === 'same-day' ? <View>{milestone.reason.text}</View> : null}
            <View className={styles.muted}>
              {milestone.reason.statedByDocument
                ? commonWords.source(milestone.reason.source.document, milestone.reason.source.item)
                : words.promiseUnstated}
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}
