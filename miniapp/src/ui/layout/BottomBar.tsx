import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { commonWords } from '../../words/common'
import styles from './layout.module.scss'

interface BottomBarProps {
  /** Over the actions, e.g. why the last try failed. */
  above?: ReactNode
  children: ReactNode
}

/** Actions at the thumb; stays in sight while the page scrolls. */
export const BottomBar = ({ above, children }: BottomBarProps) => (
  <View className={styles.bottom} role="region" aria-label={commonWords.actions}>
    {above === undefined ? null : <View className={styles.bottomAbove}>{above}</View>}
    <View className={styles.bottomInner}>{children}</View>
  </View>
)
