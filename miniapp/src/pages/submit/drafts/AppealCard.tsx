import { View } from '@tarojs/components'
import { go } from '../../../navigate'
import { problemOf } from '../../../outbox/correction'
import type { KeptAppeal } from '../../../outbox/kept'
import { underWay } from '../../../outbox/underWay'
import { useStore } from '../../../stores/store'
import { Tag, type TagLook } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { SureButton } from '../../../ui/form/SureButton'
import { Card } from '../../../ui/layout/Card'
import { draftWords as words } from '../../../words/submit'
import { sayMoment } from '../../../words/vocabulary'
import styles from './drafts.module.scss'

type State = keyof typeof words.states
const LOOKS: Record<State, TagLook> = {
  saved: 'plain',
  waiting: 'soon',
  sending: 'info',
  'to-correct': 'late',
}

const actionFor = (state: KeptAppeal['progress']['state']): string => {
  switch (state) {
    case 'saved':
      return words.goOn
    case 'waiting':
      return words.look
    case 'to-correct':
      return words.correct
  }
}

/** Said by a screen reader with each button, where several stand one under the other. */
const NAMED_CHARACTERS = 12

/** One appeal on this device: how it begins, how it stands with it, and what can be done. */
export const AppealCard = ({ appeal, onRemove }: { appeal: KeptAppeal; onRemove: () => void }) => {
  const { id, value, savedAt, progress } = appeal
  const sending = useStore(underWay).includes(id)
  const state: State = sending ? 'sending' : progress.state
  const forPortal = progress.state === 'waiting' && !progress.unreached && !sending
  const text = value.text.trim() === '' ? words.noText : value.text.trim()
  const name = text.slice(0, NAMED_CHARACTERS)
  const facts = [
    progress.state === 'waiting'
      ? words.pressedAt(sayMoment(new Date(progress.pressedAt)))
      : words.savedAt(sayMoment(new Date(savedAt))),
    ...(value.photos.length === 0 ? [] : [words.photos(value.photos.length)]),
  ]
  return (
    <Card id={`draft-${id}`}>
      <View className={styles.head}>
        <View className={styles.text}>{text}</View>
        <Tag look={LOOKS[state]}>{forPortal ? words.waitingForPortal : words.states[state]}</Tag>
      </View>
      {progress.state === 'to-correct' ? (
        <View className={styles.why}>{problemOf(progress.correction).title}</View>
      ) : null}
      <View className={styles.muted}>{facts.join(' · ')}</View>
      <View className={styles.actions}>
        <Button
          id={`draft-open-${id}`}
          kind={progress.state === 'to-correct' ? 'primary' : 'secondary'}
          small
          label={words.ofAppeal(actionFor(progress.state), name)}
          onPress={() => go('submit', { draft: id })}
        >
          {actionFor(progress.state)}
        </Button>
        <SureButton
          id={`draft-remove-${id}`}
          ask={words.removeSure}
          yes={words.remove}
          no={words.keep}
          disabled={sending}
          label={words.ofAppeal(words.remove, name)}
          onSure={onRemove}
        >
          {words.remove}
        </SureButton>
      </View>
    </Card>
  )
}
