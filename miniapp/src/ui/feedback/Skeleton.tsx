import { View } from '@tarojs/components'
import { commonWords } from '../../words/common'
import styles from './feedback.module.scss'

interface SkeletonProps {
  /** Lines per card, in the layout of what will come. */
  lines?: number
  cards?: number
}

/** The shape of what is being read, so that nothing jumps when it comes. */
export const Skeleton = ({ lines = 3, cards = 1 }: SkeletonProps) => (
  <View className={styles.skeletons} role="status" aria-label={commonWords.loading}>
    {Array.from({ length: cards }, (_, card) => (
      <View key={card} className={styles.skeleton}>
        {Array.from({ length: lines }, (__, line) => (
          <View
            key={line}
            className={styles.bone}
            style={{ width: line === 0 ? '45%' : `${96 - line * 11}%` }}
          />
        ))}
      </View>
    ))}
  </View>
)
