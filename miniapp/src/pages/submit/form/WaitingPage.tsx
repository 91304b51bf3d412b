import { Image, View } from '@tarojs/components'
import { Checked, CheckNormal, Clock, PhoneF } from '@nutui/icons-react-taro'
import { useEffect } from 'react'
import { replaceWith } from '../../../navigate'
import { discard, takeBack } from '../../../outbox/discard'
import { readAppeal, type KeptAppeal } from '../../../outbox/kept'
import type { Waiting } from '../../../outbox/rules'
import { sendAppeal } from '../../../outbox/send'
import { underWay } from '../../../outbox/underWay'
import { useKept } from '../../../outbox/useKept'
import { readOnFrom } from '../../../platform/focus'
import { dial } from '../../../platform/phone'
import { useShown } from '../../../platform/useShown'
import { useStore } from '../../../stores/store'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { SureButton } from '../../../ui/form/SureButton'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { draftWords, waitingWords as words } from '../../../words/submit'
import { sayMoment } from '../../../words/vocabulary'
import styles from './drafts.module.scss'

interface WaitingPageProps {
  id: string
  /** The person wants to change it, or it came back. */
  onEdit: () => void
}

/** An appeal that was sent and has not arrived: what happens with it, and what can be done meanwhile. */
export const WaitingPage = ({ id, onEdit }: WaitingPageProps) => {
  const { receipts } = useKept()
  const shown = useShown()
  const appeal = readAppeal(id)
  const waiting = appeal?.progress.state === 'waiting' ? appeal.progress : undefined
  const cameBack = appeal !== undefined && waiting === undefined
  const number = receipts.find((receipt) => receipt.from === id)?.order.number

  useEffect(() => {
    if (!shown) return
    if (number !== undefined) replaceWith('sent', { number })
    else if (cameBack) onEdit()
    else if (appeal === undefined) replaceWith('drafts')
  }, [shown, number, cameBack, appeal, onEdit])

  return (
    <Page title={appWords.titles.submit} ownHeading>
      {appeal === undefined || waiting === undefined ? (
        <Skeleton cards={2} />
      ) : (
        <WaitingView appeal={appeal} waiting={waiting} onEdit={onEdit} />
      )}
    </Page>
  )
}

const STEP_ICON = { reached: Checked, current: Clock, ahead: CheckNormal } as const

const Steps = ({ now }: { now: string }) => {
  const steps = [
    { name: words.steps.saved, at: 'reached' },
    { name: now, at: 'current' },
    { name: words.steps.sent, at: 'ahead' },
  ] as const
  return (
    <View className={styles.steps} role="list" aria-label={words.stepsLabel}>
      {steps.map(({ name, at }) => {
        const Icon = STEP_ICON[at]
        return (
          <View key={name} className={`${styles.step} ${styles[at] ?? ''}`} role="listitem">
            <Icon size={24} />
            <View>{name}</View>
          </View>
        )
      })}
    </View>
  )
}

const WaitingView = ({
  appeal,
  waiting,
  onEdit,
}: {
  appeal: KeptAppeal
  waiting: Waiting
  onEdit: () => void
}) => {
  const { id, value } = appeal
  const sending = useStore(underWay).includes(id)
  const pictures = value.photos.filter(({ thumbnail }) => thumbnail !== '')
  const why = sending ? 'sending' : waiting.unreached ? 'network' : 'portal'
  useEffect(() => readOnFrom('waiting-title'), [])
  return (
    <Stack>
      <Card>
        <Steps now={words.steps[why]} />
        <View id="waiting-title" role="heading" aria-level={1} className={styles.title}>
          {words.titles[why]}
        </View>
        <View role="status" className={styles.muted}>
          {words.details[why]}
        </View>
        <View className={styles.muted}>
          {[
            draftWords.pressedAt(sayMoment(new Date(waiting.pressedAt))),
            ...(waiting.tries > 1 ? [words.tries(waiting.tries)] : []),
          ].join(' · ')}
        </View>
      </Card>
      <Card title={words.what}>
        <View className={styles.text}>{value.text}</View>
        {value.photos.length === 0 ? null : (
          <View className={styles.muted}>{draftWords.photos(value.photos.length)}</View>
        )}
        {pictures.length === 0 ? null : (
          <View className={styles.photos}>
            {pictures.map(({ key, thumbnail }) => (
              <Image key={key} className={styles.photo} src={thumbnail} mode="aspectFill" />
            ))}
          </View>
        )}
      </Card>
      <View className={styles.actions}>
        <Button id="waiting-now" kind="primary" block busy={sending} onPress={() => void sendAppeal(id)}>
          {words.now}
        </Button>
        <Button
          id="waiting-edit"
          block
          disabled={sending}
          onPress={() => {
            takeBack(id)
            onEdit()
          }}
        >
          {words.edit}
        </Button>
        <View className={styles.muted}>{words.editHint}</View>
        <Button id="waiting-call" kind="quiet" block onPress={() => dial('12345')}>
          <PhoneF size={18} />
          {words.urgent}
        </Button>
        <SureButton
          id="waiting-remove"
          ask={draftWords.removeSure}
          yes={draftWords.remove}
          no={draftWords.keep}
          disabled={sending}
          onSure={() => discard(id)}
        >
          {draftWords.remove}
        </SureButton>
      </View>
    </Stack>
  )
}
