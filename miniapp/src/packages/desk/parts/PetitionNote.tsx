import type { DeskOrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { useCommandDraft } from '../../../stores/commandDraft'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { deskWords } from '../../../words/zh/desk'
import styles from './order.module.scss'

const words = deskWords.petition

interface PetitionNoteProps {
  number: string
  /** The desk that writes: drafts are kept for each on its own. */
  desk: string
  onOrder: (order: DeskOrderView) => void
}

const nothing = () => ({ text: '', commandId: '' })

/** What an operator made of a petition that was found after the acceptance. The same words keep the same command id. */
export const PetitionNote = ({ number, desk, onOrder }: PetitionNoteProps) => {
  const draft = useCommandDraft(`desk:${desk}:${number}:petition`, nothing)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const sending = useRef(false)

  const send = async () => {
    // Two quick presses are one intention.
    if (sending.current) return
    sending.current = true
    const { text } = draft.value
    setBusy(true)
    setProblem(undefined)
    try {
      const commandId = await draft.idToSend()
      const order = await call('notePetition', { params: { number }, body: { commandId, text } })
      draft.clear()
      onOrder(order)
    } catch (caught) {
      // When a colleague wrote first, too: what was written here stays to be read beside it.
      setProblem(asProblem(caught))
    } finally {
      sending.current = false
      setBusy(false)
    }
  }

  return (
    <View className={styles.addition}>
      <TextArea
        id="desk-petition-note"
        label={words.note}
        hint={words.noteHint}
        maxlength={500}
        rows={2}
        value={draft.value.text}
        error={problem?.fields.find((field) => field.path === '/text')?.message}
        onChange={(text) => draft.change({ text, commandId: '' })}
      />
      {problem === undefined ? null : (
        <View className={styles.gap} role="alert">
          <ErrorState problem={problem} />
        </View>
      )}
      <View className={styles.ways}>
        <Button id="desk-petition-send" kind="primary" busy={busy} onPress={() => void send()}>
          {words.send}
        </Button>
      </View>
    </View>
  )
}
