import { View } from '@tarojs/components'
import { go } from '../../../navigate'
import { dial } from '../../../platform/phone'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { knowledgeWords as words } from '../../../words/knowledge'
import styles from './search.module.scss'

/** Below every list of answers: the two ways to a person. */
export const NotSolved = () => (
  <View className={styles.notSolved}>
    <Card title={words.notSolved}>
      <View className={styles.notSolvedHelp}>{words.notSolvedHelp}</View>
      <View className={styles.waysLeft}>
        <Button id="knowledge-submit" kind="primary" onPress={() => go('submit')}>
          {words.submit}
        </Button>
        <Button id="knowledge-call" onPress={() => dial('12345')}>
          {words.call}
        </Button>
      </View>
    </Card>
  </View>
)
