import { View } from '@tarojs/components'
import { useDraft } from '../../../stores/drafts'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'

/** @returns whether it was done. */
export type Urging = (task: string, why: string) => Promise<boolean>

interface UrgeProps {
  entry: string
  task: string
  busy: boolean
  onUrge: Urging
}

const nothing = () => ({ why: '' })

/** 督办 of one overdue task; what was written stays until it was sent. */
export const Urge = ({ entry, task, busy, onUrge }: UrgeProps) => {
  const draft = useDraft(`knowledge-urge:${entry}:${task}`, nothing)
  const { why } = draft.value
  const urge = async () => {
    if (await onUrge(task, why.trim())) draft.clear()
  }
  return (
    <Stack>
      <TextArea
        id={`knowledge-urge-why-${task}`}
        label={words.urgeWhy}
        hint={words.urgeHint}
        rows={2}
        maxlength={200}
        value={why}
        onChange={(value) => draft.change({ why: value })}
      />
      <View>
        <Button
          id={`knowledge-urge-${task}`}
          kind="primary"
          busy={busy}
          disabled={why.trim().length < 2}
          onPress={() => void urge()}
        >
          {words.urge}
        </Button>
      </View>
    </Stack>
  )
}
