import type { DeskOrderView } from '@jiesu/shared-types'
import { ORDER_ACTION_WORDS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { copyText } from '../../../platform/clipboard'
import { say } from '../../../platform/toast'
import { dropDraft } from '../../../stores/drafts'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { commonWords } from '../../../words/common'
import { deskWords as words } from '../../../words/zh/desk'
import { ACTION_IDS, type FormAction } from './deskActions'
import { draftName, writtenTexts } from './useActionForm'
import styles from './actions.module.scss'

interface KeptTextsProps {
  order: DeskOrderView
  desk: string
  /** Steps whose forms show their draft themselves. */
  allowed: readonly FormAction[]
}

const copy = async (texts: readonly string[]) => {
  if (await copyText(texts.join('\n\n'))) say(commonWords.copied)
}

/** What was written for a step that is no longer possible: it is not thrown away unasked. */
export const KeptTexts = ({ order, desk, allowed }: KeptTextsProps) => {
  const [dropped, setDropped] = useState<readonly FormAction[]>([])
  const left = (Object.keys(ACTION_IDS) as (keyof typeof ACTION_IDS)[]).filter(
    (action): action is FormAction =>
      action !== 'receive' && !allowed.includes(action) && !dropped.includes(action),
  )
  const kept = left
    .map((action) => ({ action, texts: writtenTexts(desk, order.number, action) }))
    .filter(({ texts }) => texts.length > 0)
  return (
    <>
      {kept.map(({ action, texts }) => (
        <Card key={action} id={`${ACTION_IDS[action]}-kept`} title={words.kept(ORDER_ACTION_WORDS[action])}>
          <View className={styles.help}>{words.keptHelp}</View>
          {texts.map((text) => (
            <View key={text} className={styles.keptText}>
              {text}
            </View>
          ))}
          <View className={styles.buttons}>
            <Button small onPress={() => void copy(texts)}>
              {commonWords.copy}
            </Button>
            <Button
              small
              kind="quiet"
              onPress={() => {
                dropDraft(draftName(desk, order.number, action))
                setDropped([...dropped, action])
              }}
            >
              {words.keptDrop}
            </Button>
          </View>
        </Card>
      ))}
    </>
  )
}
