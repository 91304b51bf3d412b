import type { BoardShare } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { boardWords as words } from '../../../words/zh/board'
import styles from './board.module.scss'

/** A rate, and of how many it is. */
export const Share = ({ share }: { share: BoardShare }) => {
  const { part, of, percent } = share
  if (percent === undefined)
    return (
      <View className={styles.noShare} aria-label={words.noneLabel}>
        {words.none}
      </View>
    )
  const said = words.percent(percent)
  return (
    <View className={styles.share} aria-label={words.shareLabel(said, part, of)}>
      <View className={styles.percent}>{said}</View>
      <View className={styles.parts}>{words.ofSo(part, of)}</View>
    </View>
  )
}
