import type { KnowledgeSearchAnswer } from '@jiesu/shared-types'
import { Button, ScrollView, View } from '@tarojs/components'
import { knowledgeWords as words } from '../../../words/knowledge'
import styles from './topics.module.scss'

interface TopicsProps {
  topics: KnowledgeSearchAnswer['topics']
  chosen: string | undefined
  onChoose: (topic: string | undefined) => void
}

const options = (topics: TopicsProps['topics']) => [
  { id: undefined, name: words.allTopics, count: undefined },
  ...topics,
]

/** Topics under the search box, in one line that slides; wide screens have the column instead. */
export const TopicChips = ({ topics, chosen, onChoose }: TopicsProps) =>
  topics.length === 0 ? (
    <View className={`${styles.chips} ${styles.line} secondary`} aria-hidden />
  ) : (
    <ScrollView className={`${styles.chips} secondary`} scrollX>
      <View className={styles.line} role="group" aria-label={words.topics}>
        {options(topics).map(({ id, name, count }) => (
          <Button
            key={id ?? ''}
            id={`topic-${id ?? 'all'}`}
            className={`${styles.chip} ${id === chosen ? styles.on : ''}`}
            aria-pressed={id === chosen}
            aria-label={count === undefined ? name : words.topicWith(name, count)}
            onClick={() => onChoose(id)}
          >
            {name}
          </Button>
        ))}
      </View>
    </ScrollView>
  )

/** The same choice beside the answers, with the number of entries. */
export const TopicColumn = ({ topics, chosen, onChoose }: TopicsProps) => (
  <View role="group" aria-label={words.topics}>
    <View className={styles.columnTitle}>{words.topics}</View>
    {options(topics).map(({ id, name, count }) => (
      <Button
        key={id ?? ''}
        className={`${styles.row} ${id === chosen ? styles.on : ''}`}
        aria-pressed={id === chosen}
        onClick={() => onChoose(id)}
      >
        <View>{name}</View>
        <View className={styles.count}>{count ?? ''}</View>
      </Button>
    ))}
  </View>
)
