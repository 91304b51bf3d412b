import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import {
  type ChangedField,
  KNOWLEDGE_EVENT_WORDS,
  KNOWLEDGE_FIELD_WORDS,
  sayMoment,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Tag } from '../../../ui/feedback/Tag'
import { Card } from '../../../ui/layout/Card'
import { Fold } from '../../../ui/layout/Fold'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import styles from './knowledge.module.scss'

/** What the recording standard finds; the word says what the colour says. */
export const Findings = ({ findings }: Pick<KnowledgeDeskEntry, 'findings'>) => (
  <Card id="knowledge-findings" title={words.findings}>
    {findings.length === 0 ? <View className={styles.muted}>{words.noFindings}</View> : null}
    <View role="list">
      {findings.map(({ field, must, text }) => (
        <View key={text} role="listitem" className={styles.line}>
          <Tag look={must ? 'late' : 'soon'}>{must ? words.must : words.should}</Tag>
          <View>{`${KNOWLEDGE_FIELD_WORDS[field]}：${text}`}</View>
        </View>
      ))}
    </View>
  </Card>
)

interface ChangesProps {
  changes: readonly ChangedField[]
  /** What the lines of each side are called. */
  marks?: Readonly<Record<'gone' | 'new' | 'same', string>>
}

/** Lines that are gone or new, each said in words beside its colour. */
export const Changes = ({ changes, marks = words }: ChangesProps) => (
  <View>
    {changes.map(({ field, lines }) => (
      <View key={field} className={styles.change}>
        <View className={styles.strong}>{KNOWLEDGE_FIELD_WORDS[field]}</View>
        {lines.map(({ mark, text }, at) => (
          <View key={at} className={`${styles.changed} ${styles[mark]}`}>
            <View className={styles.mark}>{marks[mark]}</View>
            <View>{text}</View>
          </View>
        ))}
      </View>
    ))}
  </View>
)

/** Whom a version comes from that no person published. */
const originOf = ({ events }: KnowledgeDeskEntry, version: number): string =>
  events.some((event) => event.type === 'brought-in' && event.version === version)
    ? words.fromImport
    : words.fromFile

export const Versions = ({ entry }: { entry: KnowledgeDeskEntry }) =>
  entry.versions.length === 0 ? null : (
    <Card id="knowledge-versions" title={words.versions}>
      {entry.versions.map(({ number, at, byWords, why, changes }) => (
        <View key={number} className={styles.change}>
          <View className={styles.tags}>
            <View className={styles.strong}>{words.version(number)}</View>
            {number === entry.live ? <Tag look="good">{words.present}</Tag> : null}
          </View>
          <View className={styles.muted}>
            {[sayMoment(new Date(at)), byWords ?? originOf(entry, number), why].filter(Boolean).join(' · ')}
          </View>
          {changes.length === 0 ? null : (
            <Fold id={`knowledge-version-${number}`} title={words.changesBefore} quiet>
              <Changes changes={changes} />
            </Fold>
          )}
        </View>
      ))}
    </Card>
  )

export const History = ({ entry }: { entry: KnowledgeDeskEntry }) => (
  <Card id="knowledge-history" title={words.history}>
    <View role="list">
      {entry.events.map(({ type, at, byWords, why, version }, i) => (
        <View key={i} role="listitem" className={styles.change}>
          <View>
            {[KNOWLEDGE_EVENT_WORDS[type], version === undefined ? '' : words.version(version)]
              .filter(Boolean)
              .join(' · ')}
          </View>
          <View className={styles.muted}>
            {[sayMoment(new Date(at)), byWords, why].filter(Boolean).join(' · ')}
          </View>
        </View>
      ))}
    </View>
  </Card>
)
