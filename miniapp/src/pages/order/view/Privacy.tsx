import type { OrderView } from '@jiesu/shared-types'
import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { serverClock } from '../../../api/serverClock'
import { useRemote } from '../../../api/useRemote'
import { sessions } from '../../../stores/session'
import { useStore } from '../../../stores/store'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { Fold } from '../../../ui/layout/Fold'
import { orderWords as words } from '../../../words/order'
import { sayMoment } from '../../../words/vocabulary'
import styles from './view.module.scss'

/** Every read of the requester's contact, with who and why; asked for when it is opened. */
const Reads = ({ number }: { number: string }) => {
  const reads = useRemote(`reads:${number}`, () => call('listPersonalDataReads', { params: { number } }))
  if (reads.data === undefined)
    return reads.problem === undefined ? (
      <Skeleton lines={2} />
    ) : (
      <ErrorState problem={reads.problem} onRetry={() => void reads.reload()} busy={reads.busy} />
    )
  if (reads.data.reads.length === 0) return <View className={styles.muted}>{words.readsNone}</View>
  return (
    <View role="list">
      {reads.data.reads.map((read) => (
        <View key={read.at + read.byWords} role="listitem" className={styles.read}>
          <View>{read.byWords}</View>
          <View className={styles.muted}>
            {`${sayMoment(new Date(read.at), serverClock.now())} ${words.readOf(read.what, read.why)}`}
          </View>
        </View>
      ))}
    </View>
  )
}

/** The query code again, for the signed-in submitter; shown on demand because others may look at the screen. */
const QueryCode = ({ number }: { number: string }) => {
  const [wanted, setWanted] = useState(false)
  const code = useRemote(wanted ? `code:${number}` : null, () => call('getQueryCode', { params: { number } }))
  return (
    <View className={styles.code}>
      <View className={styles.muted}>{words.codeHint}</View>
      {code.data === undefined ? (
        <Button id="order-code-show" kind="quiet" busy={wanted && code.busy} onPress={() => setWanted(true)}>
          {words.codeShow}
        </Button>
      ) : (
        <View id="order-code" className={styles.codeDigits}>
          {`${words.code} ${code.data.queryCode}`}
        </View>
      )}
      {code.problem === undefined ? null : (
        <ErrorState problem={code.problem} onRetry={() => void code.reload()} busy={code.busy} />
      )}
    </View>
  )
}

/** Who saw personal data, and how to let somebody else follow the order. */
export const Privacy = ({ view }: { view: OrderView }) => {
  const signedIn = useStore(sessions.requester.store) !== null
  return (
    <Card>
      {view.contact === undefined ? null : (
        <Fold id="order-reads" title={words.reads}>
          <Reads number={view.number} />
        </Fold>
      )}
      <View className={styles.muted}>{`${words.number} ${groupOrderNumber(view.number)}`}</View>
      {signedIn ? <QueryCode number={view.number} /> : null}
    </Card>
  )
}
