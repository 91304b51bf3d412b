import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import { KNOWLEDGE_TASK_WORDS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { TextArea } from '../../../ui/form/Field'
import { Tick } from '../../../ui/form/Tick'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import styles from './editor.module.scss'

interface SettlingProps {
  tasks: KnowledgeDeskEntry['tasks']
  /** Those that are closed with the publication; all others stay open. */
  ticked: readonly string[]
  outcome: string
  error: string | undefined
  onTick: (ticked: string[]) => void
  onOutcome: (outcome: string) => void
}

/** Tasks that this version answers, if whoever publishes finds so: closed together with its publication, so that whoever reported is told at once. */
export const Settling = ({ tasks, ticked, outcome, error, onTick, onOutcome }: SettlingProps) => {
  const isTold = tasks.some(({ id, told }) => told && ticked.includes(id))
  return (
    <View id="knowledge-settling" className={styles.block} role="group" aria-label={words.settle}>
      <View className={styles.label}>{words.settle}</View>
      {tasks.map(({ id, kind, text }) => (
        <View key={id} className={styles.settle}>
          <Tick
            id={`knowledge-settle-${id}`}
            ticked={ticked.includes(id)}
            onTick={(on) => onTick(on ? [...ticked, id] : ticked.filter((one) => one !== id))}
          >
            {words.settleOne(KNOWLEDGE_TASK_WORDS[kind], text)}
          </Tick>
        </View>
      ))}
      {ticked.length === 0 ? null : (
        <TextArea
          id="knowledge-settled"
          label={isTold ? words.outcomeTold : words.outcome}
          hint={isTold ? words.outcomeToldHint : words.outcomeHint}
          rows={2}
          maxlength={500}
          value={outcome}
          {...(error === undefined ? {} : { error })}
          onChange={onOutcome}
        />
      )}
    </View>
  )
}
