import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './feedback.module.scss'

export type TagLook = 'plain' | 'info' | 'good' | 'soon' | 'late'

/** One word on its own ground; the word says all that the colour says. */
export const Tag = ({ look = 'plain', children }: { look?: TagLook; children: ReactNode }) => (
  <View className={`${styles.tag} ${styles[look]}`}>{children}</View>
)
