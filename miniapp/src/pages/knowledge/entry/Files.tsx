import type { EntryFile } from '@jiesu/shared-types'
import { ENTRY_FILE_TYPE_WORDS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order, Save } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { openFile } from '../../../platform/openFile'
import { say } from '../../../platform/toast'
import { sayFileSize } from '../../../ui/fileSize'
import { PressRow, Rows } from '../../../ui/layout/ListRow'
import { Section } from '../../../ui/layout/Section'
import { knowledgeWords as words } from '../../../words/knowledge'
import styles from './entry.module.scss'

/** Forms to fill in and guides, with what they are and how large. */
export const Files = ({ files }: { files: readonly EntryFile[] }) => {
  const [coming, setComing] = useState<string>()
  const open = async ({ id, name, mediaType, url }: EntryFile) => {
    setComing(id)
    try {
      await openFile(url, `${name}.${ENTRY_FILE_TYPE_WORDS[mediaType].ending}`)
    } catch {
      say(words.fileFailed)
    } finally {
      setComing(undefined)
    }
  }
  return (
    <Section title={words.files}>
      <Rows>
        {files.map((file) => (
          <PressRow
            key={file.id}
            id={`file-${file.id}`}
            icon={<Order size={20} />}
            title={file.name}
            detail={
              <View className={styles.fileKind}>
                {file.id === coming
                  ? words.fileComing
                  : words.fileKind(ENTRY_FILE_TYPE_WORDS[file.mediaType].name, sayFileSize(file.bytes))}
              </View>
            }
            end={<Save size={18} />}
            label={`${words.openFile(file.name)}, ${ENTRY_FILE_TYPE_WORDS[file.mediaType].name}, ${sayFileSize(file.bytes)}`}
            onPress={() => void open(file)}
          />
        ))}
      </Rows>
    </Section>
  )
}
