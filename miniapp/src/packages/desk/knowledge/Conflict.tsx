import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import { type ChangedField, sayMoment } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { SureButton } from '../../../ui/form/SureButton'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { Changes } from './EntryParts'
import styles from './knowledge.module.scss'

const TEXT_EVENTS: readonly KnowledgeDeskEntry['events'][number]['type'][] = [
  'edited',
  'discarded',
  'published',
  'rolled-back',
  'confirmed',
]
const { conflict } = words

interface ConflictProps {
  entry: KnowledgeDeskEntry
  /** As it stands now, against what this person wrote. */
  against: readonly ChangedField[]
  busy: boolean
  onOverwrite: () => void
  onDrop: () => void
}

/** Somebody else saved first: what each of them wrote, and who decides is the person who came second. */
export const Conflict = ({ entry, against, busy, onOverwrite, onDrop }: ConflictProps) => {
  const last = entry.events.find(({ type }) => TEXT_EVENTS.includes(type))
  return (
    <View id="knowledge-conflict" className={styles.conflict} role="group" aria-label={conflict.title}>
      <Notice tone="late" title={conflict.title}>
        {last?.byWords === undefined ? null : (
          <View>{conflict.by(last.byWords, sayMoment(new Date(last.at)))}</View>
        )}
        <View>{conflict.help}</View>
      </Notice>
      <Changes changes={against} marks={conflict.marks} />
      <View className={styles.buttons}>
        <Button id="knowledge-overwrite" kind="primary" busy={busy} onPress={onOverwrite}>
          {conflict.overwrite}
        </Button>
        <SureButton
          id="knowledge-drop"
          ask={words.drop.ask}
          yes={words.drop.yes}
          no={words.drop.no}
          disabled={busy}
          onSure={onDrop}
        >
          {conflict.drop}
        </SureButton>
      </View>
    </View>
  )
}

interface AsideProps {
  /** Where the entry is now. */
  stage: string
  /** As it stands now, against what this person wrote. */
  against: readonly ChangedField[]
  onDrop: () => void
}

/** What somebody wrote stays on the device while the entry has gone where it cannot be written. */
export const KeptAside = ({ stage, against, onDrop }: AsideProps) => (
  <View id="knowledge-kept-aside" className={styles.conflict}>
    <Notice tone="soon" title={conflict.asideTitle}>
      {conflict.aside(stage)}
    </Notice>
    <Changes changes={against} marks={conflict.marks} />
    <View>
      <SureButton
        id="knowledge-drop"
        ask={words.drop.ask}
        yes={words.drop.yes}
        no={words.drop.no}
        onSure={onDrop}
      >
        {words.drop.name}
      </SureButton>
    </View>
  </View>
)
