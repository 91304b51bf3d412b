import type { KnowledgeImportCounts, KnowledgeImportPreview, StaffIdentity } from '@jiesu/shared-types'
import { importsKnowledge, isUnitRole, shanghaiDay } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import { saveTable } from '../../../platform/saveTable'
import { chooseFile, sendFile, type ChosenFile } from '../../../platform/sendFile'
import { say } from '../../../platform/toast'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeFilesWords as words } from '../../../words/zh/deskKnowledgeFiles'
import { ImportPreview } from './ImportPreview'
import styles from './knowledge.module.scss'

/** Files into the knowledge, and the knowledge into files. */
export const KnowledgeFiles = ({ staff }: { staff: StaffIdentity }) => (
  <>
    {importsKnowledge(staff.role) ? <Import /> : null}
    <Export staff={staff} />
  </>
)

const ACCEPTED = '.xlsx,.csv,.txt,.jsonl,.ndjson,.json'
const MOST_BYTES = 10 * 1024 * 1024

const Import = () => {
  const [file, setFile] = useState<ChosenFile>()
  const [preview, setPreview] = useState<KnowledgeImportPreview>()
  const [done, setDone] = useState<KnowledgeImportCounts>()
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await act()
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }
  const look = (chosen: ChosenFile) =>
    attempt(async () => {
      setPreview(undefined)
      setPreview((await sendFile('previewKnowledgeImport', {}, chosen)) as KnowledgeImportPreview)
    })
  const choose = async () => {
    const chosen = await chooseFile(ACCEPTED)
    if (chosen === undefined) return
    setFile(chosen)
    setDone(undefined)
    setPreview(undefined)
    setProblem(undefined)
    if (chosen.content.size <= MOST_BYTES) await look(chosen)
  }
  const run = (chosen: ChosenFile, { digest }: KnowledgeImportPreview) =>
    attempt(async () => {
      setDone((await sendFile('importKnowledge', { digest }, chosen)) as KnowledgeImportCounts)
      setPreview(undefined)
    })

  const isTooLarge = file !== undefined && file.content.size > MOST_BYTES
  const toWrite = preview === undefined ? 0 : preview.counts.added + preview.counts.changed
  return (
    <>
      <Card id="knowledge-import" title={words.importTitle}>
        <Stack>
          <View>{words.importHelp}</View>
          {preview === undefined ? (
            <>
              <View className={styles.muted}>{words.columns}</View>
              <View className={styles.muted}>{words.limits}</View>
            </>
          ) : null}
          <View>
            <Button
              id="knowledge-import-choose"
              kind={preview === undefined ? 'primary' : 'secondary'}
              busy={busy}
              onPress={() => void choose()}
            >
              {file === undefined ? words.choose : words.another}
            </Button>
          </View>
          {isTooLarge ? (
            <Notice id="knowledge-import-large" tone="soon" title={words.tooLarge}>
              {words.tooLargeHelp}
            </Notice>
          ) : null}
          {done === undefined ? null : (
            <Notice id="knowledge-import-done" tone="good" title={words.done}>
              {words.doneHelp(done.added, done.changed)}
            </Notice>
          )}
          {problem === undefined || file === undefined ? null : (
            <ErrorState problem={problem} onRetry={() => void look(file)} busy={busy} />
          )}
          {busy && preview === undefined ? (
            <View role="status" className={styles.muted}>
              {words.reading}
            </View>
          ) : null}
        </Stack>
      </Card>
      {busy && preview === undefined ? <Skeleton cards={1} lines={4} /> : null}
      {preview === undefined || file === undefined ? null : (
        <Card id="knowledge-preview" title={words.previewOf(file.name)}>
          <ImportPreview preview={preview}>
            {toWrite === 0 ? (
              <View className={styles.muted}>{words.nothingToDo}</View>
            ) : (
              <View>
                <Button
                  id="knowledge-import-run"
                  kind="primary"
                  busy={busy}
                  onPress={() => void run(file, preview)}
                >
                  {words.run(toWrite)}
                </Button>
              </View>
            )}
          </ImportPreview>
        </Card>
      )}
    </>
  )
}

const Export = ({ staff }: { staff: StaffIdentity }) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const save = async (endpoint: 'exportKnowledgeTable' | 'exportKnowledgeLines', ending: string) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await saveTable(
        words.fileName(staff.cityName, shanghaiDay(serverClock.now()), ending),
        await call(endpoint, {}),
      )
      say(words.exported)
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card id="knowledge-export" title={words.exportTitle}>
      <Stack>
        <View>{isUnitRole(staff.role) ? words.exportOwn : words.exportAll}</View>
        <View className={styles.buttons}>
          <Button
            id="knowledge-export-table"
            busy={busy}
            onPress={() => void save('exportKnowledgeTable', 'csv')}
          >
            {words.exportTable}
          </Button>
          <Button
            id="knowledge-export-lines"
            busy={busy}
            onPress={() => void save('exportKnowledgeLines', 'jsonl')}
          >
            {words.exportLines}
          </Button>
        </View>
        <View className={styles.muted}>{words.exportLogged}</View>
        {problem === undefined ? null : <ErrorState problem={problem} />}
      </Stack>
    </Card>
  )
}
