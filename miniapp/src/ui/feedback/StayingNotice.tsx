import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './stayingNotice.module.scss'

/**
 * Holds a `Notice` about something that happened by itself: read out when it comes, and in sight wherever the reader
 * is on the page, until they have taken note. The region is there before the words are, or nobody would read them out.
 */
export const StayingNotice = ({ children }: { children?: ReactNode }) => (
  <View role="status" className={children ? styles.staying : 'visually-hidden'}>
    {children}
  </View>
)
