import { View } from '@tarojs/components'
import { NetworkError } from '@nutui/icons-react-taro'
import { online } from '../../platform/network'
import { useStore } from '../../stores/store'
import { commonWords } from '../../words/common'
import styles from './feedback.module.scss'

/** Says that there is no network as long as the device says so. */
export const OfflineBar = () => {
  const connected = useStore(online)
  return (
    <View role="status">
      {connected ? null : (
        <View className={styles.offline}>
          <NetworkError size={16} />
          <View>{commonWords.offlineNow}</View>
        </View>
      )}
    </View>
  )
}
