import { View } from '@tarojs/components'
import { Success } from '@nutui/icons-react-taro'
import { useEffect } from 'react'
import { go } from '../../../navigate'
import { readOnFrom } from '../../../platform/focus'
import { solvedBy } from '../../../stores/opinions'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { submitWords } from '../../../words/submit'
import styles from './submit.module.scss'

/** An answer made the appeal unnecessary: the person says what becomes of the words, and nothing was sent. */
export const SolvedEnd = ({ by, onDiscard }: { by: string; onDiscard: () => void }) => {
  const words = submitWords.solved
  useEffect(() => readOnFrom('submit-solved'), [])
  const leave = () => {
    solvedBy.set(undefined)
    go('home')
  }
  return (
    <Card>
      <View className={styles.solved}>
        <View className={styles.solvedIcon}>
          <Success size={32} />
        </View>
        <View id="submit-solved" className={styles.solvedTitle} role="heading" aria-level={1}>
          {words.title}
        </View>
        <View>{words.text(by)}</View>
        <View className={styles.solvedWays}>
          <Button
            id="submit-solved-discard"
            kind="primary"
            block
            onPress={() => {
              onDiscard()
              leave()
            }}
          >
            {words.discard}
          </Button>
          <Button id="submit-solved-keep" block onPress={leave}>
            {words.keep}
          </Button>
          <Button id="submit-solved-back" kind="quiet" block onPress={() => solvedBy.set(undefined)}>
            {words.back}
          </Button>
        </View>
      </View>
    </Card>
  )
}
