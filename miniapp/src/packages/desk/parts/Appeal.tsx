import type { DeskOrderView } from '@jiesu/shared-types'
import {
  APPEAL_KIND_WORDS,
  CONFIDENTIALITY_WORDS,
  isBlocking,
  REQUESTER_TYPE_WORDS,
  sayAgent,
  sayMoment,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { serverClock } from '../../../api/serverClock'
import { Highlight } from '../../../ui/feedback/Highlight'
import { Notice } from '../../../ui/feedback/Notice'
import { Card } from '../../../ui/layout/Card'
import { Facts } from '../../../ui/layout/Facts'
import { Photos } from '../../../ui/order/Photos'
import { commonWords } from '../../../words/common'
import { deskWords as words } from '../../../words/zh/desk'
import styles from './order.module.scss'

const said = (instant: string): string => sayMoment(new Date(instant), serverClock.now())

/** Findings that somebody has to decide on; mere advice was for the requester. */
const decisive = (order: DeskOrderView) => order.findings.filter((finding) => isBlocking(finding.kind))

/** What the requester wrote, with the words marked that scope rules found in it, and the facts beside it. */
export const Appeal = ({ order }: { order: DeskOrderView }) => {
  const marks = decisive(order).flatMap((finding) => finding.words)
  return (
    <Card id="desk-appeal" title={words.appeal}>
      <View className={styles.text}>
        <Highlight text={order.text} marks={marks} />
      </View>
      {order.additions.map(({ at, text }) => (
        <View key={at} className={styles.addition}>
          <View className={styles.muted}>{words.addition(said(at))}</View>
          <View className={styles.text}>{text}</View>
        </View>
      ))}
      {order.attachments.length === 0 ? null : (
        <View className={styles.gap}>
          <Photos attachments={order.attachments} labelOf={words.photo} />
        </View>
      )}
      <View className={styles.facts}>
        <Facts
          facts={[
            {
              name: words.facts.category,
              value: `${order.categoryName} · ${APPEAL_KIND_WORDS[order.kind]}`,
            },
            { name: words.facts.declared, value: order.factWords },
            { name: words.facts.place, value: order.place.words },
            {
              name: words.facts.requester,
              value: `${REQUESTER_TYPE_WORDS[order.requester]} · ${CONFIDENTIALITY_WORDS[order.confidentiality]}`,
            },
            { name: words.facts.agency, value: order.agentRelation && sayAgent(order.agentRelation) },
            { name: words.facts.enterprise, value: order.enterprise?.name },
            { name: words.facts.creditCode, value: order.enterprise?.creditCode },
            { name: words.facts.submitted, value: said(order.submittedAt) },
            { name: words.facts.unit, value: order.unitName },
            { name: words.facts.line, value: order.lineWords },
            { name: words.facts.coUnits, value: order.coUnitNames.join('、') },
          ]}
        />
      </View>
    </Card>
  )
}

/** 内容安全检查: what WeChat found in the text, or that it could not look. */
export const ContentCheckNote = ({ order: { contentCheck } }: { order: DeskOrderView }) =>
  contentCheck === undefined ? null : (
    <Notice id="desk-content-check" tone={contentCheck === 'suspect' ? 'soon' : 'info'}>
      {words.contentCheck[contentCheck]}
    </Notice>
  )

/** What the rules found, for the person who decides; with the note that the requester insisted. */
export const Findings = ({ order }: { order: DeskOrderView }) => {
  const findings = decisive(order)
  if (findings.length === 0) return null
  return (
    <Card id="desk-findings" title={words.findings}>
      <View className={styles.findingsHead}>{order.insisted ? words.insisted : words.notInsisted}</View>
      {findings.map((finding) => (
        <View key={finding.rule} className={styles.finding}>
          <Notice tone="soon" title={finding.title}>
            <View>{finding.text}</View>
            {finding.words.length === 0 ? null : (
              <View className={styles.muted}>{words.findingWords(finding.words.join('、'))}</View>
            )}
            {finding.source === undefined ? null : (
              <View className={styles.muted}>
                {commonWords.source(finding.source.document, finding.source.item)}
              </View>
            )}
          </Notice>
        </View>
      ))}
    </Card>
  )
}
