import type { KnowledgeChoices } from '@jiesu/shared-types'
import { shanghaiDay } from '@jiesu/shared-types/vocabulary'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import { focusOn } from '../../../platform/focus'
import { say } from '../../../platform/toast'
import { useCommandDraft } from '../../../stores/commandDraft'
import { Card } from '../../../ui/layout/Card'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { type EntryDraft, formChanges, nothingWritten, patched } from './entryDraft'
import { asContent, emptyForm, type EntryForm } from './entryForm'
import { EntryFields } from './EntryFields'
import { firstFaulty } from './firstFaulty'
import { presentForm } from './olderForm'
import { Saving } from './Saving'

interface NewProps {
  desk: string
  city: string
  choices: KnowledgeChoices
  onMade: (id: string) => void
  /** Nothing of it is wanted. */
  onDropped: () => void
}

/** An entry that is only on this device so far. */
export const NewEntry = ({ desk, city, choices, onMade, onDropped }: NewProps) => {
  const draft = useCommandDraft<EntryDraft>(`${desk}:knowledge:new`, nothingWritten)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const formOf = ({ form }: EntryDraft): EntryForm =>
    form === null
      ? emptyForm(choices.unit ?? '', shanghaiDay(serverClock.now()))
      : presentForm(form, choices.districts)
  const form = formOf(draft.value)
  const save = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const commandId = await draft.idToSend()
      const content = asContent(form)
      const { id } = await call('draftKnowledge', { body: { commandId, content } })
      draft.clear()
      say(words.saved)
      onMade(id)
    } catch (caught) {
      const found = asProblem(caught)
      setProblem(found)
      const faulty = firstFaulty(found.fields, form)
      // Once the words that say what is wrong are there.
      if (faulty !== undefined) setTimeout(() => focusOn(faulty))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card id="knowledge-entry" title={words.newEntry}>
      <EntryFields
        form={form}
        city={city}
        choices={choices}
        findings={[]}
        problem={problem}
        onChange={(patch) => draft.change((latest) => ({ form: patched(formOf(latest), patch) }))}
      />
      <Saving
        busy={busy}
        dirty={draft.savedAt !== undefined}
        differs={formChanges(formOf(nothingWritten()), form, choices).length > 0}
        safe={draft.safe}
        onSave={() => void save()}
        onDrop={() => {
          draft.clear()
          say(words.drop.done)
          onDropped()
        }}
        problem={problem}
      />
    </Card>
  )
}
