import type { TaskFigures, UnitTasks } from '@jiesu/shared-types'
import { KNOWLEDGE_TASK_WORDS, KNOWLEDGE_TASKS, TASK_WORDS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/layout/Card'
import { boardWords } from '../../../words/zh/board'
import { Share } from './Share'
import styles from './board.module.scss'

const words = boardWords.tasks

const isNothing = ({ inTime, closed, urged }: TaskFigures): boolean =>
  inTime.of === 0 && closed === 0 && urged === 0

const Kind = ({ name, figures }: { name: string; figures: TaskFigures }) => (
  <View className={styles.task}>
    <View className={styles.figureName}>{name}</View>
    <Share share={figures.inTime} />
    <View className={figures.overdue > 0 ? styles.overdue : styles.asOf}>
      {`${TASK_WORDS.overdue.name} ${figures.overdue}`}
    </View>
    <View className={styles.asOf}>
      {[
        figures.meanWorkingDays === undefined ? '' : words.mean(figures.meanWorkingDays),
        figures.urged === 0 ? '' : words.urged(figures.urged),
      ]
        .filter(Boolean)
        .join(' · ')}
    </View>
  </View>
)

/** 知识库任务: corrections and rechecks of every unit, those with overdue ones first. */
export const TasksCard = ({ tasks }: { tasks: readonly UnitTasks[] }) => (
  <Card id="board-tasks" title={words.title}>
    <View role="list" className={styles.entries}>
      {tasks.map((row) => (
        <View
          key={row.unit.id}
          id={`board-tasks-${row.unit.id}`}
          role="listitem"
          className={styles.unitTasks}
        >
          <View className={styles.term}>{row.unit.name}</View>
          {KNOWLEDGE_TASKS.filter((kind) => !isNothing(row[kind])).map((kind) => (
            <Kind
              key={kind}
              name={`${KNOWLEDGE_TASK_WORDS[kind]}${TASK_WORDS.inTime.name}`}
              figures={row[kind]}
            />
          ))}
        </View>
      ))}
    </View>
    {Object.values(TASK_WORDS).map(({ name, counts }) => (
      <View key={name} className={styles.asOf}>{`${name}：${counts}。`}</View>
    ))}
  </Card>
)
