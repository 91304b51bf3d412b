import type { DeskOrderView } from '@jiesu/shared-types'
import {
  ASK_OUTCOME_WORDS,
  SATISFACTION_WORDS,
  sayMoment,
  SOLVED_WORDS,
  SUPERVISION_FORM_WORDS,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { serverClock } from '../../../api/serverClock'
import { Card } from '../../../ui/layout/Card'
import { Timeline } from '../../../ui/order/Timeline'
import { deskWords as words } from '../../../words/zh/desk'
import { deskTimeline } from './deskTimeline'
import styles from './order.module.scss'

const said = (instant: string): string => sayMoment(new Date(instant), serverClock.now())

/** What was answered and how it was judged, what stays inside, and every step that was taken. */
export const Record = ({ order }: { order: DeskOrderView }) => (
  <>
    {order.rating === undefined ? null : (
      <Card id="desk-rating" title={words.rating}>
        <View className={styles.strong}>
          {words.ratingWords(
            SOLVED_WORDS[order.rating.solved],
            SATISFACTION_WORDS[order.rating.satisfaction],
          )}
        </View>
        {order.rating.reason === undefined ? null : (
          <View className={styles.text}>{order.rating.reason}</View>
        )}
        <View className={styles.muted}>{said(order.rating.at)}</View>
      </Card>
    )}
    {order.reply === undefined ? null : (
      <Card id="desk-latest-reply" title={words.latestReply}>
        <View className={styles.text}>{order.reply.text}</View>
        <View className={styles.muted}>{`${order.reply.unitName} · ${said(order.reply.at)}`}</View>
      </Card>
    )}
    <Asks order={order} />
    <Returns order={order} />
    <SupervisionCard order={order} />
    {order.internalNotes.length === 0 ? null : (
      <Card id="desk-notes" title={words.notes}>
        {order.internalNotes.map((note) => (
          <View key={note.at} className={styles.note}>
            <View className={styles.text}>{note.text}</View>
            <View className={styles.muted}>{`${note.byWords} · ${said(note.at)}`}</View>
          </View>
        ))}
      </Card>
    )}
    {order.dispatchExplained === undefined ? null : <Dispatched explained={order.dispatchExplained} />}
    <Card id="desk-timeline" title={words.timeline}>
      <Timeline entries={deskTimeline(order.timeline)} />
    </Card>
  </>
)

/** Why the catalogue chose this unit by itself, and who would have been next. */
const Dispatched = ({ explained }: { explained: NonNullable<DeskOrderView['dispatchExplained']> }) => (
  <Card id="desk-dispatched-why" title={words.dispatchedWhy}>
    <View className={styles.text}>{explained.basis}</View>
    <View className={styles.muted}>{explained.row}</View>
    <View className={styles.muted}>
      {explained.next.length === 0
        ? words.nobodyNext
        : words.nextInLine(explained.next.map(({ unitName, row }) => `${unitName}（${row}）`).join('、'))}
    </View>
  </Card>
)

/** 诉求点: what is asked for, by whom it is answered, and what was answered. */
const Asks = ({ order }: { order: DeskOrderView }) =>
  order.asks.length === 0 ? null : (
    <Card id="desk-asks" title={words.asks}>
      {order.asks.map((ask, at) => (
        <View key={ask.id} className={styles.note}>
          <View className={styles.strong}>{words.reply.ask(at + 1, ask.text)}</View>
          {ask.answer === undefined ? (
            <View className={styles.muted}>
              {ask.unitName === undefined ? words.askOpen : words.askBy(ask.unitName)}
            </View>
          ) : (
            <>
              <View
                className={styles.text}
              >{`${ASK_OUTCOME_WORDS[ask.answer.outcome]}：${ask.answer.text}`}</View>
              <View className={styles.muted}>{`${ask.answer.unitName} · ${said(ask.answer.at)}`}</View>
            </>
          )}
        </View>
      ))}
    </Card>
  )

const Returns = ({ order }: { order: DeskOrderView }) =>
  order.returns.length === 0 ? null : (
    <Card id="desk-returns" title={words.returns}>
      {order.returns.map((one) => (
        <View key={one.at} className={styles.note}>
          <View className={styles.strong}>{`${one.unitName} · ${one.outcomeWords}`}</View>
          <View className={styles.text}>{words.forms.because(one.reason)}</View>
          <View className={styles.text}>{words.forms.evidence(one.evidence)}</View>
          <View className={styles.muted}>{said(one.at)}</View>
        </View>
      ))}
    </Card>
  )

const SupervisionCard = ({ order }: { order: DeskOrderView }) =>
  order.supervision.length === 0 ? null : (
    <Card id="desk-supervision" title={words.supervision}>
      {order.supervision.map((one) => (
        <View key={one.at} className={styles.note}>
          <View className={styles.strong}>{SUPERVISION_FORM_WORDS[one.form]}</View>
          <View className={styles.text}>{one.text}</View>
          <View className={styles.muted}>{said(one.at)}</View>
          <View className={styles.text}>{one.answer?.text ?? words.supervisionOpen}</View>
        </View>
      ))}
    </Card>
  )
