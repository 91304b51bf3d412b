import { Button, View } from '@tarojs/components'
import { ArrowDown } from '@nutui/icons-react-taro'
import { useState, type ReactNode } from 'react'
import styles from './layout.module.scss'

interface FoldProps {
  id: string
  title: string
  /** Small and grey, where many stand one under the other. */
  quiet?: boolean
  /** Open from the beginning. */
  startOpen?: boolean
  children: ReactNode
}

/** Details that most readers do not need; opened by a press. */
export const Fold = ({ id, title, quiet = false, startOpen = false, children }: FoldProps) => {
  const [open, setOpen] = useState(startOpen)
  return (
    <View className={styles.fold}>
      <Button
        id={id}
        className={`${styles.foldHead} ${quiet ? styles.quietHead : ''}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <View>{title}</View>
        <ArrowDown size={16} className={open ? (styles.foldTurned ?? '') : ''} />
      </Button>
      {open ? <View>{children}</View> : null}
    </View>
  )
}
