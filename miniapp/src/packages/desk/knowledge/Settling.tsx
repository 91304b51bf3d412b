import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import { KNOWLEDGE_TASK_WORDS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { TextArea } from '../../../ui/form/Field'
import { Tick } from '../../../ui/form/Tick'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import styles from './editor.module.scss'

interface SettlingProps {
  tasks: KnowledgeDeskEntry['tasks']
  /** Those that stay open; all others are closed with the publication. */
  unsettled: readonly string[]
  outcome: string
  error: string | undefined
  onTick: (unsettled: string[]) => void
  onOutcome: (outcome: string) => void
}

/** Tasks that this version answers: closed together with its publication, so that whoever reported is told at once. */
export const Settling = ({ tasks, unsettled, outcome, error, onTick, onOutcome }: SettlingProps) => (
  <View id="knowledge-settling" className={styles.block} role="group" aria-label={words.settle}>
    <View className={styles.label}>{words.settle}</View>
    {tasks.map(({ id, kind, text }) => (
      <View key={id} className={styles.settle}>
        <Tick
          id={`knowledge-settle-${id}`}
          ticked={!unsettled.includes(id)}
          onTick={(on) => onTick(on ? unsettled.filter((one) => one !== id) : [...unsettled, id])}
        >
          {words.settleOne(KNOWLEDGE_TASK_WORDS[kind], text)}
        </Tick>
      </View>
    ))}
    {tasks.every(({ id }) => unsettled.includes(id)) ? null : (
      <TextArea
        id="knowledge-settled"
        label={words.outcome}
        rows={2}
        maxlength={500}
        value={outcome}
        {...(error === undefined ? {} : { error })}
        onChange={onOutcome}
      />
    )}
  </View>
)
