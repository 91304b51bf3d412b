import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './layout.module.scss'

/** Phones show one under the other; see the twin for the H5. */
export const Columns = ({ first, second }: { first: ReactNode; second: ReactNode; broadFirst?: boolean }) => (
  <View className={styles.column}>
    {first}
    {second}
  </View>
)
