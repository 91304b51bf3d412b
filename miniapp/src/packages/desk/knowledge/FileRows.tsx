import type { EntryFile } from '@jiesu/shared-types'
import {
  ENTRY_FILE_MOST_BYTES,
  ENTRY_FILE_TYPE_WORDS,
  ENTRY_FILES_MOST,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { asProblem, localProblem, type ApiProblem } from '../../../api/problem'
import { chooseEntryFile, uploadEntryFile } from '../../../platform/entryFiles'
import { openFile } from '../../../platform/openFile'
import { say } from '../../../platform/toast'
import { sessions } from '../../../stores/session'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { sayFileSize } from '../../../ui/fileSize'
import { Button } from '../../../ui/form/Button'
import { TextField } from '../../../ui/form/Field'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import type { FieldErrors } from './fieldErrors'
import { Group } from './Group'
import styles from './editor.module.scss'

const ENDINGS = [...Object.values(ENTRY_FILE_TYPE_WORDS).map(({ ending }) => ending), 'jpeg']

interface FilesProps {
  files: readonly EntryFile[]
  errors: FieldErrors
  /** Of the latest files: an upload ends when other things have been changed. */
  onChange: (change: (files: readonly EntryFile[]) => readonly EntryFile[]) => void
}

/** Forms and guides that belong to the entry, under the names that readers see. */
export const FileRows = ({ files, errors, onChange }: FilesProps) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [tooLarge, setTooLarge] = useState(false)
  const upload = async () => {
    setProblem(undefined)
    setTooLarge(false)
    const chosen = await chooseEntryFile(ENDINGS)
    if (chosen === undefined) return
    if (chosen.bytes > ENTRY_FILE_MOST_BYTES) {
      setTooLarge(true)
      return
    }
    setBusy(true)
    try {
      const file = await uploadEntryFile(chosen, sessions.staff.token() ?? '')
      // WeChat sends the name that it made up itself.
      const name = chosen.name.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 80)
      onChange((latest) => [...latest, { ...file, name: name === '' ? file.name : name }])
    } catch (caught) {
      setProblem(caught instanceof Error ? asProblem(caught) : localProblem('offline'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Group
      id="knowledge-files"
      label={words.files}
      hint={words.hints.files}
      error={tooLarge ? words.fileTooLarge : errors.of('attachments')}
    >
      {files.map((file, at) => {
        const error = errors.at(`attachments/${at}/name`)
        return (
          <View key={file.id} id={`knowledge-file-${file.id}`} className={styles.row}>
            <TextField
              id={`knowledge-file-${at}-name`}
              label={words.fileName}
              maxlength={80}
              value={file.name}
              {...(error === undefined ? {} : { error })}
              onChange={(name) =>
                onChange((latest) => latest.map((one) => (one.id === file.id ? { ...one, name } : one)))
              }
            />
            <View className={styles.tools}>
              <View className={styles.fileKind}>
                {`${ENTRY_FILE_TYPE_WORDS[file.mediaType].name} · ${sayFileSize(file.bytes)}`}
              </View>
              <FileOpener file={file} />
              <Button
                id={`knowledge-file-${at}-remove`}
                kind="quiet"
                small
                label={words.removeNamed(file.name)}
                onPress={() => onChange((latest) => latest.filter(({ id }) => id !== file.id))}
              >
                {words.remove}
              </Button>
            </View>
          </View>
        )
      })}
      {problem === undefined ? null : <ErrorState problem={problem} />}
      <View className={styles.add}>
        <Button
          id="knowledge-files-add"
          small
          busy={busy}
          disabled={files.length >= ENTRY_FILES_MOST}
          onPress={() => void upload()}
        >
          {busy ? words.uploading : words.addFile}
        </Button>
      </View>
    </Group>
  )
}

/** Looks at a file as readers will have it. */
export const FileOpener = ({ file: { id, name, mediaType, url } }: { file: EntryFile }) => (
  <Button
    id={`knowledge-open-file-${id}`}
    kind="quiet"
    small
    label={words.openNamed(name)}
    onPress={() =>
      void openFile(url, `${name}.${ENTRY_FILE_TYPE_WORDS[mediaType].ending}`).catch(() =>
        say(words.fileFailed),
      )
    }
  >
    {words.openFile}
  </Button>
)
