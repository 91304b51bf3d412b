import type { KnowledgeChoices, KnowledgeDeskEntry } from '@jiesu/shared-types'
import { KNOWLEDGE_STAGE_WORDS, shanghaiDay } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import { useRemote } from '../../../api/useRemote'
import { say } from '../../../platform/toast'
import { newCommandId } from '../../../stores/commandId'
import { useCommandDraft } from '../../../stores/commandDraft'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Tag } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { Changes, Findings, History, Versions } from './EntryParts'
import { asContent, asForm, emptyForm, type EntryForm } from './entryForm'
import { EntryFields, type Patch } from './EntryFields'
import { EntryReading } from './EntryReading'
import { type OlderForm, presentForm } from './olderForm'
import { Steps, type Move } from './Steps'
import type { Urging } from './Urge'
import styles from './knowledge.module.scss'

interface Draft extends Record<string, unknown> {
  form: EntryForm | OlderForm | null
  /** The entry's number when the change was begun. */
  version: number
  commandId: string
}
const nothing = (): Draft => ({ form: null, version: 0, commandId: '' })

const patched = (form: EntryForm, patch: Patch): EntryForm => ({
  ...form,
  ...(typeof patch === 'function' ? patch(form) : patch),
})

interface NewProps {
  desk: string
  city: string
  choices: KnowledgeChoices
  onMade: (id: string) => void
}

/** An entry that is only on this device so far. */
export const NewEntry = ({ desk, city, choices, onMade }: NewProps) => {
  const draft = useCommandDraft<Draft>(`${desk}:knowledge:new`, nothing)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const formOf = ({ form }: Draft): EntryForm =>
    form === null
      ? emptyForm(choices.unit ?? '', choices.topics[0]?.id ?? '', shanghaiDay(serverClock.now()))
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
      setProblem(asProblem(caught))
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
        safe={draft.safe}
        onSave={save}
        problem={problem}
      />
    </Card>
  )
}

interface SavingProps {
  busy: boolean
  dirty: boolean
  safe: boolean
  problem: ApiProblem | undefined
  onSave: () => Promise<void>
}
const Saving = ({ busy, dirty, safe, problem, onSave }: SavingProps) => (
  <View className={styles.saving}>
    {problem === undefined ? null : <ErrorState problem={problem} />}
    <View className={styles.muted} role="status">
      {dirty ? (safe ? words.unsaved : words.unsafe) : ''}
    </View>
    <Button id="knowledge-save" kind="primary" busy={busy} onPress={() => void onSave()}>
      {words.save}
    </Button>
  </View>
)

interface EntryProps {
  id: string
  desk: string
  choices: KnowledgeChoices
}

/** One entry: what it says, what is found wanting, what has changed, and the steps that are this person's. */
export const EntryDesk = ({ id, desk, choices }: EntryProps) => {
  const read = useRemote(`knowledge entry ${desk} ${id}`, () => call('getKnowledgeDesk', { params: { id } }))
  const entry = read.data
  return (
    <>
      {read.problem === undefined ? null : (
        <ErrorState problem={read.problem} onRetry={() => void read.reload()} busy={read.busy} />
      )}
      {entry === undefined ? (
        read.problem === undefined ? (
          <Skeleton cards={2} lines={5} />
        ) : null
      ) : (
        <Opened entry={entry} desk={desk} choices={choices} onNew={read.replace} onStale={read.reload} />
      )}
    </>
  )
}

interface OpenedProps {
  entry: KnowledgeDeskEntry
  desk: string
  choices: KnowledgeChoices
  onNew: (entry: KnowledgeDeskEntry) => void
  onStale: () => Promise<boolean>
}

const Opened = ({ entry, desk, choices, onNew, onStale }: OpenedProps) => {
  const draft = useCommandDraft<Draft>(`${desk}:knowledge:${entry.id}`, nothing)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ by: 'saving' | 'step'; problem: ApiProblem }>()
  const problemOf = (by: 'saving' | 'step') => (failed?.by === by ? failed.problem : undefined)
  const params = { id: entry.id }
  const editable = entry.actions.includes('edit')
  const dirty = editable && draft.value.form !== null
  const formOf = (kept: Draft['form']): EntryForm =>
    kept === null ? asForm(entry) : presentForm(kept, choices.districts)
  const form = formOf(editable ? draft.value.form : null)
  const isOutdated = dirty && draft.value.version !== entry.version

  const send = async (by: 'saving' | 'step', act: () => Promise<KnowledgeDeskEntry>): Promise<boolean> => {
    setBusy(true)
    setFailed(undefined)
    try {
      onNew(await act())
      return true
    } catch (caught) {
      const found = asProblem(caught)
      setFailed({ by, problem: found })
      if (found.code === 'moved-on') await onStale()
      return false
    } finally {
      setBusy(false)
    }
  }
  const save = async () => {
    const done = await send('saving', async () => {
      const commandId = await draft.idToSend()
      const content = asContent(form)
      return call('editKnowledge', { params, body: { commandId, version: entry.version, content } })
    })
    if (done) {
      draft.clear()
      say(words.saved)
    }
  }
  const move = async (what: Move): Promise<boolean> => {
    const done = await send('step', async () =>
      call('moveKnowledge', {
        params,
        body: { commandId: await newCommandId(), version: entry.version, ...what },
      }),
    )
    if (done) say(words.done)
    return done
  }
  const urge: Urging = async (task, why) => {
    const done = await send('step', async () =>
      call('urgeKnowledgeTask', { params, body: { commandId: await newCommandId(), task, why } }),
    )
    if (done) say(words.urgeDone)
    return done
  }

  return (
    <View className={styles.columns}>
      <View className={styles.main}>
        <Card id="knowledge-entry" title={entry.content.title === '' ? words.untitled : entry.content.title}>
          <Stack>
            <View className={styles.tags}>
              <View>{entry.unitName}</View>
              <Tag look={entry.live === undefined ? 'plain' : 'good'}>
                {entry.live !== undefined
                  ? `${words.live} · ${words.version(entry.live)}`
                  : entry.versions.length > 0
                    ? words.withdrawn
                    : words.notLive}
              </Tag>
              {entry.stage === 'none' && entry.live === undefined ? null : (
                <View id="knowledge-stage">
                  <Tag look="info">{KNOWLEDGE_STAGE_WORDS[entry.stage]}</Tag>
                </View>
              )}
            </View>
            {entry.why === undefined ? null : (
              <Notice id="knowledge-why" title={words.why}>
                {entry.why}
              </Notice>
            )}
            {isOutdated ? <Notice tone="soon">{words.outdated}</Notice> : null}
            {editable ? (
              <EntryFields
                form={form}
                city={entry.city}
                self={entry.id}
                choices={choices}
                findings={dirty ? [] : entry.findings}
                problem={failed?.problem}
                onChange={(patch) =>
                  draft.change((latest) => ({
                    form: patched(formOf(latest.form), patch),
                    version: latest.form === null ? entry.version : latest.version,
                  }))
                }
              />
            ) : (
              <EntryReading entry={entry} choices={choices} />
            )}
          </Stack>
          {editable ? (
            <Saving busy={busy} dirty={dirty} safe={draft.safe} onSave={save} problem={problemOf('saving')} />
          ) : null}
        </Card>
      </View>
      <View className={styles.aside}>
        <Findings findings={entry.findings} />
        <Steps
          entry={entry}
          busy={busy}
          blocked={dirty}
          onMove={move}
          onUrge={urge}
          problem={problemOf('step')}
        />
        {entry.changes.length === 0 ? null : (
          <Card id="knowledge-changes" title={words.changes}>
            <Changes changes={entry.changes} />
          </Card>
        )}
        <Versions entry={entry} />
        <History entry={entry} />
      </View>
    </View>
  )
}
