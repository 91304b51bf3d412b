import { View } from '@tarojs/components'
import type { ApiProblem } from '../../../api/problem'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { SureButton } from '../../../ui/form/SureButton'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import styles from './knowledge.module.scss'

interface SavingProps {
  busy: boolean
  /** Something is kept on this device only. */
  dirty: boolean
  /** It says something else than the knowledge does. */
  differs: boolean
  safe: boolean
  problem: ApiProblem | undefined
  onSave: () => void
  /** 放弃修改: what is only on this device. */
  onDrop: () => void
}

/** What is done with the form; steps wait until it is saved or dropped. */
export const Saving = ({ busy, dirty, differs, safe, problem, onSave, onDrop }: SavingProps) => (
  <View className={styles.saving}>
    {problem === undefined ? null : <ErrorState problem={problem} />}
    <View className={styles.muted} role="status">
      {dirty ? (safe ? words.unsaved : words.unsafe) : ''}
    </View>
    <View className={styles.buttons}>
      <Button id="knowledge-save" kind="primary" busy={busy} onPress={onSave}>
        {words.save}
      </Button>
      {!dirty ? null : differs ? (
        <SureButton
          id="knowledge-drop"
          ask={words.drop.ask}
          yes={words.drop.yes}
          no={words.drop.no}
          disabled={busy}
          onSure={onDrop}
        >
          {words.drop.name}
        </SureButton>
      ) : (
        <Button id="knowledge-drop" kind="quiet" small disabled={busy} onPress={onDrop}>
          {words.drop.name}
        </Button>
      )}
    </View>
  </View>
)
