import type { TimelineEntry } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { serverClock } from '../../api/serverClock'
import { useElderView } from '../../stores/display'
import { orderWords } from '../../words/order'
import { Fold } from '../layout/Fold'
import { sayMoment } from '../../words/vocabulary'
import styles from './order.module.scss'

/** So many of the newest steps are what the elder view begins with. */
const ELDER_STEPS = 2

/** What happened, newest first (as the portal lists it): when, who, why. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => {
  const elder = useElderView()
  const rounds = new Set(entries.map((entry) => entry.round)).size
  if (!elder || entries.length <= ELDER_STEPS + 1)
    return <Steps entries={entries} latest={entries[0]} rounds={rounds} />
  return (
    <>
      <Steps entries={entries.slice(0, ELDER_STEPS)} latest={entries[0]} rounds={rounds} />
      <Fold id="timeline-earlier" title={orderWords.timelineEarlier}>
        <Steps entries={entries.slice(ELDER_STEPS)} latest={undefined} rounds={rounds} />
      </Fold>
    </>
  )
}

interface StepsProps {
  entries: readonly TimelineEntry[]
  latest: TimelineEntry | undefined
  rounds: number
}

const Steps = ({ entries, latest, rounds }: StepsProps) => (
  <View role="list" className={styles.timeline}>
    {entries.map((entry) => (
      <View
        key={entry.id}
        role="listitem"
        className={`${styles.step} ${entry === latest ? styles.latest : ''}`}
      >
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
