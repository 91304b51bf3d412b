import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './layout.module.scss'

/** Actions at the thumb; stays in sight while the page scrolls. */
export const BottomBar = ({ children }: { children: ReactNode }) => (
  <View className={styles.bottom}>
    <View className={styles.bottomInner}>{children}</View>
  </View>
)
