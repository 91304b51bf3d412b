import { View } from '@tarojs/components'
import { dial } from '../../../platform/phone'
import { Button } from '../../../ui/form/Button'
import { knowledgeWords as words } from '../../../words/knowledge'
import styles from './search.module.scss'

/** A telephone works without the network, too. */
export const CallInstead = () => (
  <View className={styles.instead}>
    <View>{words.callInstead}</View>
    <Button id="knowledge-call-instead" onPress={() => dial('12345')}>
      {words.call}
    </Button>
  </View>
)
