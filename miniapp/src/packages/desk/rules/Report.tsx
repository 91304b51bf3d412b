import type { ChangedOrder, RuleReport, SaidByRule } from '@jiesu/shared-types'
import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { Card } from '../../../ui/layout/Card'
import { rulesWords as words } from '../../../words/zh/rules'
import { reportParts, saidOnSide, type PartId, type ReportPart } from './reportParts'
import styles from './rules.module.scss'

interface SideProps {
  name: string
  part: PartId
  said: readonly SaidByRule[]
  is: boolean
}

const Side = ({ name, part, said, is }: SideProps) => {
  const { lead, lines } = saidOnSide(part, said)
  return (
    <View className={`${styles.side} ${is ? styles.is : ''}`}>
      <View className={styles.sideName}>{name}</View>
      <View className={styles.sideWords}>
        {lead === undefined ? null : <View className={styles.lead}>{lead}</View>}
        {lines.map((line) => (
          <View key={line.rule + line.words} className={styles.line}>
            <View>{line.words}</View>
            <View className={styles.rule}>{line.rule}</View>
          </View>
        ))}
      </View>
    </View>
  )
}

const Example = ({ part, order }: { part: PartId; order: ChangedOrder }) => (
  <View className={styles.example} role="listitem">
    <View className={styles.order}>
      <View className={styles.category}>{order.categoryName}</View>
      <View className={styles.number}>{groupOrderNumber(order.number)}</View>
      <View className={styles.number}>{words.from(order.day)}</View>
    </View>
    <Side name={words.before} part={part} said={order.before} is={false} />
    <Side name={words.after} part={part} said={order.after} is />
  </View>
)

const Part = ({ part }: { part: ReportPart }) => (
  <Card id={`rules-part-${part.id}`} title={part.title}>
    <View className={part.changed === 0 ? styles.same : styles.sentence}>{part.sentence}</View>
    {part.examples.length === 0 ? null : (
      <>
        {part.examples.length === part.changed ? null : (
          <View className={styles.examplesHead}>{words.newest(part.examples.length)}</View>
        )}
        <View role="list" aria-label={part.title}>
          {part.examples.map((order) => (
            <Example key={order.number} part={part.id} order={order} />
          ))}
        </View>
      </>
    )}
  </Card>
)

/** What the changed rules would do, side by side with those in force. */
export const Report = ({ report, since }: { report: RuleReport; since: string | undefined }) =>
  report.orders === 0 ? (
    <Card>
      <EmptyState icon={<Order size={28} />} title={words.noOrders}>
        {words.noOrdersHelp}
      </EmptyState>
    </Card>
  ) : (
    <>
      <View id="rules-replayed" className={styles.replayed}>
        {words.replayed(report.orders, report.more, since)}
      </View>
      {reportParts(report).map((part) => (
        <Part key={part.id} part={part} />
      ))}
    </>
  )
