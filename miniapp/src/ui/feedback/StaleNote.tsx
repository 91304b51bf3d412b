import { View } from '@tarojs/components'
import type { Remote } from '../../api/useRemote'
import { commonWords } from '../../words/common'
import { sayDuration } from '../../words/vocabulary'
import styles from './staleNote.module.scss'

/** Under a failed reading: how old is what is still shown. Nothing while nothing is. */
export const StaleNote = ({ of }: { of: Pick<Remote<unknown>, 'receivedAt' | 'failedAt'> }) => {
  const { receivedAt, failedAt } = of
  if (receivedAt === undefined || failedAt === undefined) return null
  return <View className={styles.stale}>{commonWords.lastKnown(sayDuration(failedAt - receivedAt))}</View>
}
