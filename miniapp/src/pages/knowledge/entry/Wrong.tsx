import type { CorrectionReceipt, KnowledgeEntry } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { useCommandDraft } from '../../../stores/commandDraft'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { Fold } from '../../../ui/layout/Fold'
import { Stack } from '../../../ui/layout/Section'
import { knowledgeWords as words } from '../../../words/knowledge'
import { sayDue } from '../../../words/vocabulary'
import styles from './entry.module.scss'

const nothing = () => ({ text: '', commandId: '' })
const MOST = 500

interface WrongProps {
  entry: Pick<KnowledgeEntry, 'id' | 'unitName'>
}

/** 查漏纠错: what a reader found wrong; kept on the device until it was sent. */
export const Wrong = ({ entry }: WrongProps) => (
  <View className={styles.gap}>
    <Fold id="entry-wrong" title={words.wrong}>
      <Report entry={entry} />
    </Fold>
  </View>
)

const Report = ({ entry: { id, unitName } }: WrongProps) => {
  const draft = useCommandDraft(`correction:${id}`, nothing)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [receipt, setReceipt] = useState<CorrectionReceipt>()

  const send = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const commandId = await draft.idToSend()
      const body = { commandId, text: draft.value.text }
      setReceipt(await call('reportKnowledgeError', { params: { id }, body }))
      draft.clear()
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }

  if (receipt !== undefined)
    return (
      <View role="status">
        <Notice
          id="entry-wrong-done"
          tone="good"
          title={(unitName === undefined ? words.wrongDoneByHotline : words.wrongDone)(
            sayDue(new Date(receipt.due), new Date()),
          )}
          actions={
            <Button id="entry-wrong-again" small onPress={() => setReceipt(undefined)}>
              {words.wrongAgain}
            </Button>
          }
        >
          {receipt.told ? words.wrongTold : words.wrongUntold}
        </Notice>
      </View>
    )
  const error = problem?.fields.find(({ path }) => path === '/text')?.message
  return (
    <Stack>
      <TextArea
        id="entry-wrong-text"
        label={words.wrongLabel}
        hint={words.wrongHint}
        maxlength={MOST}
        rows={3}
        value={draft.value.text}
        {...(error === undefined ? {} : { error })}
        onChange={(text) => draft.change({ text })}
      />
      {problem === undefined || error !== undefined ? null : <ErrorState problem={problem} />}
      <Button id="entry-wrong-send" busy={busy} onPress={() => void send()}>
        {words.wrongSend}
      </Button>
    </Stack>
  )
}
