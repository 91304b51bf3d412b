import type { OrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { serverClock } from '../../../api/serverClock'
import { Card } from '../../../ui/layout/Card'
import { Facts } from '../../../ui/layout/Facts'
import { Photos } from '../../../ui/order/Photos'
import { commonWords } from '../../../words/common'
import { orderWords as words } from '../../../words/order'
import {
  APPEAL_KIND_WORDS,
  CONFIDENTIALITY_WORDS,
  REQUESTER_TYPE_WORDS,
  sayAgent,
  sayMoment,
} from '../../../words/vocabulary'
import styles from './view.module.scss'

/** What was submitted, as it was submitted, with what was added later. */
export const Content = ({ view }: { view: OrderView }) => {
  const together = view.coUnitNames.length === 0 ? [] : [words.together(commonWords.list(view.coUnitNames))]
  const units = view.unitName === undefined ? undefined : commonWords.clauses([view.unitName, ...together])
  const { agent } = view
  const contact = view.contact === undefined ? '' : ` ${view.contact.name} ${view.contact.phone}`
  return (
    <Card id="order-content" title={words.content}>
      <View className={styles.text}>{view.text}</View>
      {view.additions.map((addition) => (
        <View key={addition.at} className={styles.addition}>
          <View className={styles.muted}>
            {`${words.additions} · ${sayMoment(new Date(addition.at), serverClock.now())}`}
          </View>
          <View className={styles.text}>{addition.text}</View>
        </View>
      ))}
      {view.attachments.length === 0 ? null : (
        <View className={styles.gap}>
          <Photos attachments={view.attachments} labelOf={words.photoOf} />
        </View>
      )}
      <View className={styles.pairs}>
        <Facts
          facts={[
            { name: words.kindAndCategory, value: `${APPEAL_KIND_WORDS[view.kind]} · ${view.categoryName}` },
            { name: words.declared, value: view.factWords },
            { name: words.place, value: view.place.words },
            {
              name: words.requester,
              value: `${REQUESTER_TYPE_WORDS[view.requester]} · ${CONFIDENTIALITY_WORDS[view.confidentiality]}${contact}`,
            },
            {
              name: words.agent,
              value: agent && words.agentOf(sayAgent(agent.relation), agent.name, agent.phone),
            },
            { name: words.unit, value: units },
            { name: words.line, value: view.lineWords },
          ]}
        />
      </View>
    </Card>
  )
}
