import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './layout.module.scss'

interface CardProps {
  id?: string
  /** Heading of the card. */
  title?: string
  /** Beside the heading, e.g. a quiet button. */
  action?: ReactNode
  /** `soft`: no ground of its own, for content that is set apart by its heading alone. */
  soft?: boolean
  children: ReactNode
}

/** One matter on its own ground. */
export const Card = ({ id, title, action, soft = false, children }: CardProps) => (
  <View id={id} className={soft ? styles.softCard : styles.card}>
    {title === undefined ? null : (
      <View className={styles.cardHead}>
        <View role="heading" aria-level={2} className={styles.cardTitle}>
          {title}
        </View>
        {action}
      </View>
    )}
    {children}
  </View>
)
