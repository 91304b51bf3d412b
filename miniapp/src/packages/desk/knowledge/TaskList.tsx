import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import { KNOWLEDGE_TASK_WORDS, sayDue, sayMoment } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useDraft } from '../../../stores/drafts'
import { Tag } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import styles from './knowledge.module.scss'
import { Urge, type Urging } from './Urge'

type Task = KnowledgeDeskEntry['tasks'][number]

interface TasksProps {
  entry: KnowledgeDeskEntry
  busy: boolean
  /** Something is not saved yet. */
  blocked: boolean
  /** @returns whether it was done. */
  onClose: (task: string, outcome: string) => Promise<boolean>
  onUrge: Urging
}

/** What is to be done with the entry, each with what closes it. */
export const TaskList = ({ entry, busy, blocked, onClose, onUrge }: TasksProps) => {
  const tasks = entry.tasks.filter(({ closedAt }) => closedAt === undefined)
  const mayClose = entry.actions.includes('close-task')
  return tasks.length === 0 ? null : (
    <Card id="knowledge-tasks" title={words.taskList}>
      <Stack>
        {tasks.map((task) => (
          <View key={task.id} className={styles.change}>
            <View className={styles.tags}>
              <View className={styles.strong}>{KNOWLEDGE_TASK_WORDS[task.kind]}</View>
              <Due task={task} />
            </View>
            {task.text === undefined ? null : <View className={styles.report}>{task.text}</View>}
            {task.told ? <View className={styles.muted}>{words.told}</View> : null}
            {task.urged === undefined ? null : (
              <View className={styles.report}>
                {words.urgedBy(task.urged.times, sayMoment(new Date(task.urged.at)), task.urged.why)}
              </View>
            )}
            {task.mayUrge ? <Urge entry={entry.id} task={task.id} busy={busy} onUrge={onUrge} /> : null}
            {mayClose ? (
              <Close entry={entry.id} task={task} busy={busy} blocked={blocked} onClose={onClose} />
            ) : null}
          </View>
        ))}
      </Stack>
    </Card>
  )
}

/** Until when; of what is late, since when. */
export const Due = ({ task: { due, late } }: { task: { readonly due: string; readonly late: boolean } }) =>
  late ? (
    <>
      <Tag look="late">{words.late}</Tag>
      <View>{words.wasDue(sayDue(new Date(due)))}</View>
    </>
  ) : (
    <View>{words.due(sayDue(new Date(due)))}</View>
  )

interface CloseProps extends Pick<TasksProps, 'busy' | 'blocked' | 'onClose'> {
  entry: string
  task: Task
}
const nothing = () => ({ outcome: '' })

/** What came of one task; what was written stays until it was sent. */
const Close = ({ entry, task: { id, told }, busy, blocked, onClose }: CloseProps) => {
  const draft = useDraft(`knowledge-task:${entry}:${id}`, nothing)
  const { outcome } = draft.value
  const close = async () => {
    if (await onClose(id, outcome)) draft.clear()
  }
  return (
    <Stack>
      <TextArea
        id={`knowledge-outcome-${id}`}
        label={told ? words.outcomeTold : words.outcome}
        hint={told ? words.outcomeToldHint : words.outcomeHint}
        rows={2}
        maxlength={500}
        value={outcome}
        onChange={(value) => draft.change({ outcome: value })}
      />
      <View>
        <Button
          id={`knowledge-close-${id}`}
          small
          disabled={blocked || outcome.trim() === ''}
          busy={busy}
          onPress={() => void close()}
        >
          {words.actions['close-task']}
        </Button>
      </View>
    </Stack>
  )
}
