import type { TimelineEntry } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { serverClock } from '../../api/serverClock'
import { orderWords } from '../../words/order'
import { sayMoment } from '../../words/vocabulary'
import styles from './order.module.scss'

/** What happened, newest first (as the portal lists it): when, who, why. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => {
  const rounds = new Set(entries.map((entry) => entry.round)).size
  return (
    <View role="list" className={styles.timeline}>
      {entries.map((entry, at) => (
        <View key={entry.id} role="listitem" className={`${styles.step} ${at === 0 ? styles.latest : ''}`}>
          <View className={styles.stepTitle}>
            {entry.title}
            {rounds > 1 ? <View className={styles.round}>{orderWords.round(entry.round)}</View> : null}
          </View>
          <View className={styles.stepMeta}>
            {sayMoment(new Date(entry.at), serverClock.now())} · {entry.byWords}
          </View>
          {entry.text === undefined || entry.text === '' ? null : (
            <View className={styles.stepText}>{entry.text}</View>
          )}
        </View>
      ))}
    </View>
  )
}
