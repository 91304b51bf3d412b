import type { KnowledgeFigures } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/layout/Card'
import { boardWords } from '../../../words/zh/board'
import styles from './board.module.scss'

const words = boardWords.knowledge

/** What readers said of knowledge entries: which answers spare people an order, and which do not. */
export const KnowledgeCard = ({ figures }: { figures: KnowledgeFigures }) => (
  <Card id="board-knowledge" title={words.title}>
    <View>{figures.entries.length === 0 ? words.none : words.sum(figures.solved, figures.unsolved)}</View>
    {figures.entries.length === 0 ? null : (
      <View role="list" className={styles.entries}>
        {figures.entries.map(({ id, title, solved, unsolved }) => (
          <View key={id} role="listitem" className={styles.entry}>
            <View>{title}</View>
            <View className={styles.asOf}>{words.of(solved, unsolved)}</View>
          </View>
        ))}
      </View>
    )}
    <View className={styles.asOf}>{words.note}</View>
  </Card>
)
