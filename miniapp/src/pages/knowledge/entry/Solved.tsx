import type { KnowledgeEntry } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Success } from '@nutui/icons-react-taro'
import { useEffect, useState } from 'react'
import { call } from '../../../api/client'
import { goBack } from '../../../navigate'
import { newCommandId } from '../../../stores/commandId'
import { keepOpinion, readOpinion, solvedBy, type Opinion } from '../../../stores/opinions'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { knowledgeWords as words } from '../../../words/knowledge'
import styles from './entry.module.scss'

/** What could not be sent is sent when the entry is opened again: it is a figure, not worth a word to anybody. */
const send = (entry: string, opinion: Opinion): void => {
  const { commandId, solved } = opinion
  call('answeredByKnowledge', { params: { id: entry }, body: { commandId, solved } }).then(
    () => keepOpinion(entry, { ...opinion, sent: true }),
    () => undefined,
  )
}

interface SolvedProps {
  entry: KnowledgeEntry
  /** The reader came from an appeal that they were writing. */
  whileWriting: boolean
}

/** Asks once whether the entry answered the question. Nobody is asked who they are. */
export const Solved = ({ entry: { id, title }, whileWriting }: SolvedProps) => {
  const [said, setSaid] = useState(() => readOpinion(id))
  useEffect(() => {
    const kept = readOpinion(id)
    if (kept !== undefined && !kept.sent) send(id, kept)
  }, [id])

  const say = async (solved: boolean) => {
    if (said === undefined) {
      const opinion = { commandId: await newCommandId(), solved, sent: false }
      keepOpinion(id, opinion)
      setSaid(opinion)
      send(id, opinion)
    }
    if (solved && whileWriting) {
      solvedBy.set(title)
      goBack('submit')
    }
  }

  if (said !== undefined && !whileWriting)
    return (
      <View className={styles.gap}>
        <Card>
          <View id="entry-thanks" className={styles.thanks} role="status">
            <Success size={18} />
            <View>{said.solved ? words.solvedThanks : words.unsolvedThanks}</View>
          </View>
        </Card>
      </View>
    )
  return (
    <View className={styles.gap}>
      <Card title={words.solvedAsk}>
        <View className={styles.opinions}>
          <Button id="entry-solved" kind="primary" onPress={() => void say(true)}>
            {words.solved}
          </Button>
          {said === undefined ? (
            <Button id="entry-unsolved" onPress={() => void say(false)}>
              {words.unsolved}
            </Button>
          ) : null}
        </View>
      </Card>
    </View>
  )
}
