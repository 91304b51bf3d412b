import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './feedback.module.scss'

interface EmptyStateProps {
  icon: ReactNode
  /** What would be here. */
  title: string
  /** How to make it so. */
  children?: ReactNode
  action?: ReactNode
}

export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <View className={styles.empty}>
    <View className={styles.emptyIcon}>{icon}</View>
    <View className={styles.emptyTitle}>{title}</View>
    {children === undefined ? null : <View className={styles.emptyWords}>{children}</View>}
    {action === undefined ? null : <View className={styles.emptyAction}>{action}</View>}
  </View>
)
