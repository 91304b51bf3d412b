import { sayDuration } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { commonWords } from '../../words/zh/common'
import styles from './staleNote.module.scss'

/** Under a failed reading: how old is what is still shown (device time, milliseconds). Nothing while nothing is. */
export const StaleNote = ({ at }: { at: number | undefined }) => {
  const [now] = useState(Date.now)
  if (at === undefined) return null
  return <View className={styles.stale}>{commonWords.lastKnown(sayDuration(now - at))}</View>
}
