import type { DeskOrderView, PetitionHit } from '@jiesu/shared-types'
import { sayMoment } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { serverClock } from '../../../api/serverClock'
import { Notice } from '../../../ui/feedback/Notice'
import { Card } from '../../../ui/layout/Card'
import { deskWords } from '../../../words/zh/desk'
import { PetitionNote } from './PetitionNote'
import styles from './order.module.scss'

const words = deskWords.petition

interface PetitionCardProps {
  order: DeskOrderView
  desk: string
  onOrder: (order: DeskOrderView) => void
}

/** 信访查重: the evidence, one sentence on what to do with it, and the operator's word on what was found late. */
export const PetitionCard = ({ order, desk, onOrder }: PetitionCardProps) => {
  const { petition } = order
  if (petition === undefined) return null
  const { checkedAt, hits, opinion } = petition
  if (checkedAt !== undefined && hits.length === 0) return null
  return (
    <Card id="desk-petition" title={words.title}>
      {checkedAt === undefined ? <Notice>{words.due}</Notice> : null}
      {checkedAt !== undefined && petition.late ? (
        <View className={styles.findingsHead}>{words.late(said(checkedAt))}</View>
      ) : null}
      {hits.map((hit) => (
        <View key={hit.number} className={styles.finding}>
          <Hit hit={hit} />
        </View>
      ))}
      {hits.length === 0 ? null : (
        <View className={styles.gap}>
          <View id="desk-petition-advice">{adviceOn(order)}</View>
          <View className={styles.muted}>{words.confidential}</View>
        </View>
      )}
      {opinion === undefined ? null : (
        <View id="desk-petition-opinion" className={styles.addition}>
          <View className={styles.muted}>{words.opinionAt(said(opinion.at))}</View>
          <View className={styles.text}>{opinion.text}</View>
        </View>
      )}
      {petition.asksForOpinion ? <PetitionNote number={order.number} desk={desk} onOrder={onOrder} /> : null}
    </Card>
  )
}

const said = (instant: string): string => sayMoment(new Date(instant), serverClock.now())

const adviceOn = ({ petition, allowed }: DeskOrderView): string => {
  if (!petition?.hits.some((hit) => hit.stops)) return words.advice.evidence
  if (petition.late) return words.advice.late
  return allowed.includes('decline') ? words.advice.decide : words.advice.decided
}

const Hit = ({ hit }: { hit: PetitionHit }) => (
  <Notice
    tone={hit.stops ? 'soon' : 'info'}
    title={words.hit(hit.samePerson, Math.round(hit.similarity * 100))}
  >
    <View className={styles.text}>{words.excerpt(hit.excerpt)}</View>
    <View className={styles.muted}>{words.facts(hit.number, hit.registeredOn, hit.stageWords)}</View>
  </Notice>
)
