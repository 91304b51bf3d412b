import type { KnowledgeHit } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Highlight } from '../../../ui/feedback/Highlight'
import { LinkRow } from '../../../ui/layout/ListRow'
import { submitWords as words } from '../../../words/submit'
import styles from './submit.module.scss'

/** Answers that may make the appeal unnecessary; opening one loses nothing that was written. */
export const KnowledgeHints = ({ hits }: { hits: readonly KnowledgeHit[] }) =>
  hits.length === 0 ? null : (
    <View className={styles.hints}>
      <View className={styles.hintsTitle}>{words.knowledge}</View>
      {hits.map((hit) => (
        <LinkRow
          key={hit.id}
          id={`hint-${hit.id}`}
          page="knowledgeEntry"
          query={{ id: hit.id, from: 'submit' }}
          title={<Highlight text={hit.title} marks={hit.highlights} />}
          detail={hit.shortAnswer}
        />
      ))}
    </View>
  )
