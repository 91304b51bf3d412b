import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './layout.module.scss'

interface ColumnsProps {
  first: ReactNode
  /** Read after the first, and on phones below it. */
  second: ReactNode
  /** The first holds what is read, the second what helps with it. */
  broadFirst?: boolean
}

/** On a page that is `broad`: side by side from 1024 px, one under the other before. */
export const Columns = ({ first, second, broadFirst = false }: ColumnsProps) => (
  <View className={`${styles.columns} ${broadFirst ? styles.broadFirst : ''}`}>
    <View className={styles.column}>{first}</View>
    <View className={styles.column}>{second}</View>
  </View>
)
