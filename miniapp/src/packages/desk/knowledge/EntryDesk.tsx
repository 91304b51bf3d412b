import type { KnowledgeChoices, KnowledgeDeskEntry } from '@jiesu/shared-types'
import { type ChangedField, KNOWLEDGE_STAGE_WORDS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { useRemote } from '../../../api/useRemote'
import { goBack } from '../../../navigate'
import { focusOn, readOnFrom } from '../../../platform/focus'
import { say } from '../../../platform/toast'
import { newCommandId } from '../../../stores/commandId'
import { useCommandDraft } from '../../../stores/commandDraft'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Tag } from '../../../ui/feedback/Tag'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { Conflict, KeptAside } from './Conflict'
import { type EntryDraft, formChanges, nothingWritten, patched, writtenMeanwhile } from './entryDraft'
import { asContent, asForm, type EntryForm } from './entryForm'
import { EntryFields } from './EntryFields'
import { Changes, Findings, History, Versions } from './EntryParts'
import { EntryReading } from './EntryReading'
import { firstFaulty, firstFaultyStep } from './firstFaulty'
import { presentForm } from './olderForm'
import { Saving } from './Saving'
import { Steps, type Move } from './Steps'
import type { Urging } from './Urge'
import styles from './knowledge.module.scss'

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

/** Others were faster, with the text or with a step. */
const isMeanwhile = ({ code }: ApiProblem): boolean => code === 'moved-on' || code === 'not-allowed-now'

interface Failure {
  by: 'saving' | 'step'
  problem: ApiProblem
  /** The entry as this person saw it when they pressed. */
  seen: KnowledgeDeskEntry
}

const Opened = ({ entry, desk, choices, onNew, onStale }: OpenedProps) => {
  const draft = useCommandDraft<EntryDraft>(`${desk}:knowledge:${entry.id}`, nothingWritten)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failure>()
  const params = { id: entry.id }
  const editable = entry.actions.includes('edit')
  const kept = draft.value.form !== null
  const dirty = editable && kept
  const formOf = (of: EntryDraft['form']): EntryForm =>
    of === null ? asForm(entry) : presentForm(of, choices.districts)
  const form = formOf(draft.value.form)
  const { version, base } = draft.value
  const against = kept ? writtenMeanwhile({ version, base, form }, entry, choices) : []
  const differs = kept && formChanges(asForm(entry), form, choices).length > 0
  const inConflict = dirty && against.length > 0

  useEffect(() => {
    if (failed === undefined) return
    if (isMeanwhile(failed.problem)) {
      readOnFrom(failed.by === 'saving' ? 'knowledge-conflict' : 'knowledge-moved-on')
      return
    }
    const faulty = firstFaulty(failed.problem.fields, form) ?? firstFaultyStep(failed.problem.fields)
    if (faulty !== undefined) focusOn(faulty)
    // Once for each refusal: who writes on afterwards is left alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [failed])

  const send = async (by: Failure['by'], act: () => Promise<KnowledgeDeskEntry>): Promise<boolean> => {
    setBusy(true)
    setFailed(undefined)
    try {
      onNew(await act())
      return true
    } catch (caught) {
      const problem = asProblem(caught)
      if (isMeanwhile(problem)) await onStale()
      setFailed({ by, problem, seen: entry })
      return false
    } finally {
      setBusy(false)
    }
  }
  /** @param begun what the person knows of: what was written after it is not overwritten. */
  const save = async (begun: Pick<EntryDraft, 'version' | 'base'>) => {
    const done = await send('saving', async () => {
      const commandId = await draft.idToSend()
      const content = asContent(form)
      const put = (on: number) => call('editKnowledge', { params, body: { commandId, version: on, content } })
      try {
        return await put(begun.version)
      } catch (caught) {
        if (asProblem(caught).code !== 'moved-on') throw caught
        // A task was opened, say: nobody's words are in the way.
        const fresh = await call('getKnowledgeDesk', { params })
        if (
          !fresh.actions.includes('edit') ||
          writtenMeanwhile({ ...begun, form }, fresh, choices).length > 0
        )
          throw caught
        return put(fresh.version)
      }
    })
    if (done) {
      draft.clear()
      say(words.saved)
    }
  }
  const overwrite = () => {
    const begun = { version: entry.version, base: asForm(entry) }
    draft.change(begun)
    void save(begun)
  }
  const drop = () => {
    draft.clear()
    setFailed(undefined)
    say(words.drop.done)
  }
  const move = async (what: Move): Promise<boolean> => {
    const done = await send('step', async () =>
      call('moveKnowledge', {
        params,
        body: { commandId: await newCommandId(), version: entry.version, ...what },
      }),
    )
    if (!done) return false
    say(words.done)
    // It is in nobody's lists any more.
    if (what.action === 'discard' && entry.versions.length === 0) goBack('deskKnowledge')
    return true
  }
  const urge: Urging = async (task, why) => {
    const done = await send('step', async () =>
      call('urgeKnowledgeTask', { params, body: { commandId: await newCommandId(), task, why } }),
    )
    if (done) say(words.urgeDone)
    return done
  }
  const refused = failed?.by === 'step' ? failed : undefined
  const meanwhile: readonly ChangedField[] | undefined =
    refused && isMeanwhile(refused.problem)
      ? formChanges(asForm(refused.seen), asForm(entry), choices)
      : undefined

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
                    ...(latest.form === null ? { version: entry.version, base: asForm(entry) } : {}),
                  }))
                }
              />
            ) : (
              <EntryReading entry={entry} choices={choices} />
            )}
          </Stack>
          {!editable ? (
            differs ? (
              <KeptAside
                stage={KNOWLEDGE_STAGE_WORDS[entry.stage]}
                against={formChanges(asForm(entry), form, choices)}
                onDrop={drop}
              />
            ) : null
          ) : inConflict ? (
            <Conflict entry={entry} against={against} busy={busy} onOverwrite={overwrite} onDrop={drop} />
          ) : (
            <Saving
              busy={busy}
              dirty={dirty}
              differs={differs}
              safe={draft.safe}
              onSave={() => void save({ version: dirty ? version : entry.version, base })}
              onDrop={drop}
              problem={failed?.by === 'saving' && !isMeanwhile(failed.problem) ? failed.problem : undefined}
            />
          )}
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
          problem={refused?.problem}
          meanwhile={meanwhile}
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
