import type { RuleFile } from '@jiesu/shared-types'
import { Button as Control, View } from '@tarojs/components'
import { Tag } from '../../../ui/feedback/Tag'
import { rulesWords as words } from '../../../words/zh/rules'
import styles from './rules.module.scss'

interface FileListProps {
  files: readonly RuleFile[]
  open: RuleFile
  isChanged: (file: RuleFile) => boolean
  onOpen: (name: string) => void
}

/** The id of a file's button in tests: `rules-file-limits`. */
const idOf = (name: string): string => `rules-file-${name.replace(/\.json$/, '')}`

export const titleOf = (name: string): string => words.files[name]?.title ?? name

/** The city's files; those that were changed say so. */
export const FileList = ({ files, open, isChanged, onOpen }: FileListProps) => (
  <View className={styles.files} role="radiogroup" aria-label={words.choose}>
    {files.map((file) => {
      const on = file.name === open.name
      return (
        <Control
          key={file.name}
          id={idOf(file.name)}
          className={`${styles.file} ${on ? styles.on : ''}`}
          hoverClass={styles.pressed}
          role="radio"
          aria-checked={on}
          onClick={() => onOpen(file.name)}
        >
          <View className={styles.fileWords}>
            <View className={styles.fileTitle}>{titleOf(file.name)}</View>
            <View className={styles.fileName}>{file.name}</View>
          </View>
          {isChanged(file) ? <Tag look="soon">{words.changed}</Tag> : null}
        </Control>
      )
    })}
  </View>
)
