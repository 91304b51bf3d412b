import { View } from '@tarojs/components'
import { Card } from '../../../ui/layout/Card'
import { knowledgeWords as words } from '../../../words/knowledge'
import styles from './search.module.scss'
import { ToAPerson } from './ToAPerson'

/** Below every list of answers: the two ways to a person. */
export const NotSolved = ({ onLeave }: { onLeave: () => void }) => (
  <View className={styles.notSolved}>
    <Card title={words.notSolved}>
      <View className={styles.notSolvedHelp}>{words.notSolvedHelp}</View>
      <View className={styles.waysLeft}>
        <ToAPerson onLeave={onLeave} />
      </View>
    </Card>
  </View>
)
