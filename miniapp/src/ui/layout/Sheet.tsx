import { Button, ScrollView, View } from '@tarojs/components'
import { Close } from '@nutui/icons-react-taro'
import type { ReactNode } from 'react'
import { useDialogKeys } from '../../platform/dialog'
import { commonWords } from '../../words/common'
import styles from './sheet.module.scss'

interface SheetProps {
  id: string
  title: string
  onClose: () => void
  /** Stays above what scrolls, e.g. a search box. */
  head?: ReactNode
  /** As tall as what it holds, for a few choices. */
  fit?: boolean
  children: ReactNode
}

/** A choice that needs room: from below on phones, in the middle on wide screens. Render it only while it is open. */
export const Sheet = ({ id, title, onClose, head, fit = false, children }: SheetProps) => {
  useDialogKeys(id, onClose)
  return (
    <View className={styles.cover} catchMove>
      <View className={styles.scrim} onClick={onClose} />
      <View
        id={id}
        className={`${styles.sheet} ${fit ? styles.fit : ''}`}
        role="dialog"
        aria-modal
        aria-label={title}
      >
        <View className={styles.head}>
          <View className={styles.title}>{title}</View>
          <Button
            id={`${id}-close`}
            className={styles.close}
            aria-label={commonWords.close}
            onClick={onClose}
          >
            <Close size={18} />
          </Button>
        </View>
        {head}
        <ScrollView className={styles.body} scrollY>
          {children}
        </ScrollView>
      </View>
    </View>
  )
}
