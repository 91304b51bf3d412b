import type { MilestoneView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useReducer } from 'react'
import { serverClock } from '../../api/serverClock'
import { orderWords } from '../../words/order'
import { countdown, dueLines, nextTick, sayCountdown } from './countdown'
import styles from './order.module.scss'

const TONES = {
  running: 'inTime',
  'due-soon': 'soon',
  late: 'late',
  met: 'inTime',
  'met-late': 'late',
  void: 'plain',
} as const

/** Server time, renewed whenever the milestone's words can change, with every new answer, and on return to the page. */
const useNow = (milestone: MilestoneView): Date => {
  const [, again] = useReducer((times: number) => times + 1, 0)
  const now = serverClock.now()
  // A device that slept woke up with its timers where they were.
  useDidShow(() => again())
  useEffect(() => {
    const wait = nextTick(milestone, now)
    if (wait === undefined) return
    const timer = setTimeout(again, wait)
    return () => clearTimeout(timer)
  })
  return now
}

interface CountdownProps {
  milestone: MilestoneView
  /** One line for lists. */
  compact?: boolean
}

/**
 * What was promised, how much time is left, and by when. Looked at, it is a bar between words; for a screen reader the
 * whole is one picture with one sentence.
 */
export const Countdown = ({ milestone, compact = false }: CountdownProps) => {
  const now = useNow(milestone)
  const { state, words, left } = countdown(milestone, now)
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
    <View
      className={`${styles.countdown} ${tone}`}
      role="img"
      aria-roledescription={orderWords.countdown}
      aria-label={sayCountdown(milestone, now)}
    >
      <View className={styles.countdownHead}>
        <View className={styles.countdownName}>{milestone.name}</View>
        <View className={styles.countdownWords}>{said}</View>
      </View>
      <View className={styles.track}>
        <View className={styles.left} style={{ width: `${filled}%` }} />
      </View>
      {dueLines(milestone, now).map((line) => (
        <View key={line} className={styles.countdownDue}>
          {line}
        </View>
      ))}
    </View>
  )
}
