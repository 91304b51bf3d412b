import type { MilestoneView } from '@jiesu/shared-types'
import { sayDue, sayMoment } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { serverClock } from '../../api/serverClock'
import { commonWords } from '../../words/zh/common'
import { orderWords } from '../../words/zh/order'
import { countdown, nextTick } from './countdown'
import styles from './order.module.scss'

const TONES = {
  running: 'inTime',
  'due-soon': 'soon',
  late: 'late',
  met: 'inTime',
  'met-late': 'late',
  void: 'plain',
} as const

/** Server time, renewed whenever the milestone's words can change. */
const useNow = (milestone: MilestoneView): Date => {
  const [now, setNow] = useState(() => serverClock.now())
  useEffect(() => {
    const timer = setTimeout(() => setNow(serverClock.now()), nextTick(milestone, now))
    return () => clearTimeout(timer)
  }, [milestone, now])
  return now
}

interface CountdownProps {
  milestone: MilestoneView
  /** One line for lists. */
  compact?: boolean
}

/** What was promised, how much time is left, and by when; the words say all that the colour says. */
export const Countdown = ({ milestone, compact = false }: CountdownProps) => {
  const { state, words, left } = countdown(milestone, useNow(milestone))
  const said = words === '' ? orderWords.milestoneStates[state] : words
  const tone = styles[TONES[state]]
  // What is over or late has nothing left to show: the whole bar takes the colour of how it ended.
  const filled = words === '' || state === 'late' ? 100 : Math.round(left * 100)
  if (compact)
    return (
      <View className={`${styles.compact} ${tone}`}>
        <View className={styles.compactName}>{milestone.name}</View>
        <View className={styles.figures}>{said}</View>
      </View>
    )
  return (
    <View className={`${styles.countdown} ${tone}`}>
      <View className={styles.countdownHead}>
        <View className={styles.countdownName}>{milestone.name}</View>
        <View className={styles.countdownWords}>{said}</View>
      </View>
      <View
        className={styles.track}
        role="progressbar"
        aria-label={commonWords.remainingOf}
        aria-valuetext={said}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(left * 100)}
      >
        <View className={styles.left} style={{ width: `${filled}%` }} />
      </View>
      {milestone.extendedFrom === undefined ? null : (
        <View className={styles.countdownDue}>
          {orderWords.dueBefore(
            milestone.extendedFrom.map((due) => sayDue(new Date(due), serverClock.now())).join('、'),
          )}
        </View>
      )}
      <View className={styles.countdownDue}>
        {orderWords.dueBy(milestone.limit, milestone.dueWords)}
        {milestone.metAt === undefined
          ? ''
          : `，${orderWords.doneAt(sayMoment(new Date(milestone.metAt), serverClock.now()))}`}
      </View>
    </View>
  )
}
