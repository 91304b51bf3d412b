import { View } from '@tarojs/components'
import { Button } from '../../../ui/form/Button'
import { knowledgeWords as words } from '../../../words/knowledge'
import styles from './search.module.scss'

interface MeantProps {
  question: string
  onAsk: (question: string) => void
}

/** Asks back where something that sounds like what was typed finds more than what was typed. */
export const Meant = ({ question, onAsk }: MeantProps) => (
  <View className={styles.meant}>
    <Button id="knowledge-meant" onPress={() => onAsk(question)}>
      {words.meant(question)}
    </Button>
  </View>
)
