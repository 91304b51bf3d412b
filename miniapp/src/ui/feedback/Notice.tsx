import { View } from '@tarojs/components'
import { Success, Tips, Warning } from '@nutui/icons-react-taro'
import type { ReactNode } from 'react'
import styles from './feedback.module.scss'

export type Tone = 'info' | 'good' | 'soon' | 'late'

interface NoticeProps {
  id?: string
  tone?: Tone
  title?: string
  children?: ReactNode
  /** Below the text: what can be done now. */
  actions?: ReactNode
}

const ICONS = { info: Tips, good: Success, soon: Warning, late: Warning } as const

/** A word in its place on the page: never a pop-up, never colour alone. */
export const Notice = ({ id, tone = 'info', title, children, actions }: NoticeProps) => {
  const Icon = ICONS[tone]
  return (
    <View id={id} className={`${styles.notice} ${styles[tone]}`}>
      <View className={styles.noticeIcon}>
        <Icon size={20} />
      </View>
      <View className={styles.noticeWords}>
        {title === undefined ? null : <View className={styles.noticeTitle}>{title}</View>}
        {children === undefined ? null : <View>{children}</View>}
        {actions === undefined ? null : <View className={styles.noticeActions}>{actions}</View>}
      </View>
    </View>
  )
}
