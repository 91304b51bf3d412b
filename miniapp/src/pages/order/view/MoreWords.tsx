import type { OrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import type { Remote } from '../../../api/useRemote'
import { Card } from '../../../ui/layout/Card'
import { Fold } from '../../../ui/layout/Fold'
import { orderWords as words } from '../../../words/order'
import type { FoldedPart, Wanted } from './Actions'
import { TextCommand } from './TextCommand'
import styles from './view.module.scss'

interface MoreWordsProps {
  order: Remote<OrderView>
  view: OrderView
  /** What was pressed at the bottom of the page. */
  wanted: Wanted | undefined
}

/** While it is being handled: more words (补充说明), and asking for haste (催办). */
export const MoreWords = ({ order, view, wanted }: MoreWordsProps) => {
  const { number, allowed } = view
  const timeOf = (part: FoldedPart) => (wanted?.part === part ? wanted.time : 0)
  return (
    <>
      {allowed.includes('supplement') ? (
        <Card>
          <Fold
            key={timeOf('supplement')}
            id="order-supplement"
            title={words.supplement}
            startOpen={timeOf('supplement') > 0}
          >
            <View className={styles.lockedWords}>{words.supplementHow}</View>
            <TextCommand
              order={order}
              id="order-supplement-text"
              draftName={`supplement:${number}`}
              label={words.supplementLabel}
              maxlength={2000}
              path="/text"
              send={(commandId, text) =>
                call('supplementOrder', { params: { number }, body: { commandId, text } })
              }
              sendWords={words.supplementSend}
              doneWords={words.supplementSent}
            />
          </Fold>
        </Card>
      ) : null}
      {allowed.includes('remind') ? (
        <Card>
          <Fold
            key={timeOf('remind')}
            id="order-remind"
            title={words.remind}
            startOpen={timeOf('remind') > 0}
          >
            <View className={styles.lockedWords}>{words.remindHow}</View>
            <TextCommand
              order={order}
              id="order-remind-text"
              draftName={`reminder:${number}`}
              label={words.remindLabel}
              optional
              maxlength={300}
              path="/text"
              send={(commandId, text) =>
                call('remindOrder', { params: { number }, body: { commandId, text } })
              }
              sendWords={words.remindSend}
              doneWords={words.reminded}
            />
          </Fold>
        </Card>
      ) : null}
    </>
  )
}
