import type { RuleFile } from '@jiesu/shared-types'
import { sayMoment } from '@jiesu/shared-types/vocabulary'
import { Textarea, View } from '@tarojs/components'
import { copyText } from '../../../platform/clipboard'
import { chooseTextFiles, readsTextFiles } from '../../../platform/textFiles'
import { say } from '../../../platform/toast'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { commonWords } from '../../../words/common'
import { deskWords } from '../../../words/zh/desk'
import { rulesWords as words } from '../../../words/zh/rules'
import { titleOf } from './FileList'
import type { RuleDraft } from './useRuleDraft'
import styles from './rules.module.scss'

export const EDITOR_ID = 'rules-text'

/** Code is neither spelled nor capitalised; the mini-program knows no such attributes. */
const asCode = { spellCheck: false, autoCapitalize: 'off', autoCorrect: 'off' }

interface EditorProps {
  files: readonly RuleFile[]
  file: RuleFile
  draft: RuleDraft
}

const copy = async (text: string) => {
  if (await copyText(text)) say(commonWords.copied)
}

/** One file's text, to be changed here or read in from the device. */
export const Editor = ({ files, file, draft }: EditorProps) => {
  const text = draft.textOf(file)
  const isChanged = draft.changed.includes(file)
  const saved =
    isChanged && draft.savedAt !== undefined
      ? deskWords.draftAt(sayMoment(new Date(draft.savedAt)).slice(-5))
      : ''

  /** A file that is called like one of the city's is that one; anything else is meant for the one that is open. */
  const readIn = async () => {
    const read = await chooseTextFiles()
    for (const { name, text: content } of read)
      draft.write(files.find((one) => one.name === name) ?? file, content)
    const known = read.filter(({ name }) => files.some((one) => one.name === name))
    if (known.length > 0) say(words.fromFileKnown(known.map(({ name }) => titleOf(name)).join('、')))
    else if (read[0] !== undefined) say(words.fromFileUnknown(read[0].name))
  }

  return (
    <Card
      id="rules-editor"
      title={titleOf(file.name)}
      action={
        isChanged ? (
          <Button id="rules-restore" kind="quiet" small onPress={() => draft.restore(file)}>
            {words.restore}
          </Button>
        ) : undefined
      }
    >
      <View className={styles.what}>{words.files[file.name]?.what ?? file.name}</View>
      {draft.isOutdated(file) ? (
        <View className={styles.outdated}>
          <Notice id="rules-outdated" tone="soon" title={words.outdated}>
            {words.outdatedHelp}
          </Notice>
        </View>
      ) : null}
      <Textarea
        key={file.name}
        id={EDITOR_ID}
        className={styles.text}
        value={text}
        maxlength={-1}
        aria-label={words.text(titleOf(file.name))}
        onInput={(event) => draft.write(file, event.detail.value)}
        {...asCode}
      />
      <View className={styles.below}>
        {readsTextFiles ? (
          <Button id="rules-from-file" small onPress={() => void readIn()}>
            {words.fromFile}
          </Button>
        ) : null}
        <Button id="rules-copy" small onPress={() => void copy(text)}>
          {words.copy}
        </Button>
        <View className={styles.saved}>
          {draft.safe ? saved || words.characters(text.length) : deskWords.draftUnsafe}
        </View>
      </View>
    </Card>
  )
}
