import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './layout.module.scss'

interface SectionProps {
  title: string
  action?: ReactNode
  children: ReactNode
}

/** A titled part of a page that holds several cards. */
export const Section = ({ title, action, children }: SectionProps) => (
  <View className={styles.section}>
    <View className={styles.cardHead}>
      <View role="heading" aria-level={2} className={styles.cardTitle}>
        {title}
      </View>
      {action}
    </View>
    <View className={styles.stack}>{children}</View>
  </View>
)

/** Things one under the other with the page's rhythm. */
export const Stack = ({ children }: { children: ReactNode }) => (
  <View className={styles.stack}>{children}</View>
)
