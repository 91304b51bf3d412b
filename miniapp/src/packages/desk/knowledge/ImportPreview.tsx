import type { KnowledgeImportPreview } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Notice } from '../../../ui/feedback/Notice'
import { Tag } from '../../../ui/feedback/Tag'
import { Fold } from '../../../ui/layout/Fold'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeWords } from '../../../words/zh/deskKnowledge'
import { deskKnowledgeFilesWords as words } from '../../../words/zh/deskKnowledgeFiles'
import { Changes } from './EntryParts'
import styles from './knowledge.module.scss'

type Line = KnowledgeImportPreview['lines'][number]

const LOOKS = { added: 'good', changed: 'info', unchanged: 'plain', refused: 'late' } as const
const COUNTS = ['added', 'changed', 'unchanged', 'refused'] as const

const PlannedLine = ({ one }: { one: Line }) => (
  <View role="listitem" className={styles.change}>
    <View className={styles.tags}>
      <View className={styles.muted}>{words.line(one.line)}</View>
      <View className={styles.strong}>{one.title === '' ? deskKnowledgeWords.untitled : one.title}</View>
    </View>
    {one.outcome === 'added' ? <View className={styles.line}>{one.answer}</View> : null}
    {one.sameAs === undefined ? null : (
      <View className={styles.line}>
        <Tag look="soon">{deskKnowledgeWords.should}</Tag>
        <View>{words.sameAs(one.sameAs.title)}</View>
      </View>
    )}
    <Changes changes={one.changes} />
  </View>
)

const Planned = ({ id, title, lines, open }: { id: string; title: string; lines: Line[]; open: boolean }) =>
  lines.length === 0 ? null : (
    <Fold id={id} title={`${title} ${lines.length}`} startOpen={open}>
      <View role="list">
        {lines.map((one) => (
          <PlannedLine key={one.line} one={one} />
        ))}
      </View>
    </Fold>
  )

const RefusedLines = ({ refused }: Pick<KnowledgeImportPreview, 'refused'>) => (
  <View role="list">
    {refused.map(({ line, text }) => (
      <View key={line} role="listitem" className={styles.refused}>
        <View className={styles.refusedLine}>{words.line(line)}</View>
        <View>{text}</View>
      </View>
    ))}
  </View>
)

/** Refused lines that are read at once; the others are folded, so that the button stays near. */
const SHOWN = 5
/** Lists longer than this are folded at first. */
const FEW = 30

interface PreviewProps {
  preview: KnowledgeImportPreview
  /** What can be done with it; above the lists, which may be long. */
  children: ReactNode
}
/** What would be added, what would change and how, and what is not imported. */
export const ImportPreview = ({ preview, children }: PreviewProps) => {
  const { counts, lines, refused, leftAside } = preview
  const of = (outcome: Line['outcome']) => lines.filter((one) => one.outcome === outcome)
  const isCut = counts.added + counts.changed > lines.length || counts.refused > refused.length
  const twins = lines.filter(({ sameAs }) => sameAs !== undefined).length
  return (
    <Stack>
      <View id="knowledge-preview-counts" className={styles.tags}>
        {COUNTS.map((count) => (
          <Tag key={count} look={counts[count] === 0 ? 'plain' : LOOKS[count]}>
            {words.counts[count](counts[count])}
          </Tag>
        ))}
        <View className={styles.muted}>{words.nothingYet}</View>
      </View>
      {leftAside.length === 0 ? null : (
        <Notice id="knowledge-preview-aside">{words.leftAside(leftAside.join('、'))}</Notice>
      )}
      {refused.length === 0 ? null : (
        <Notice id="knowledge-preview-refused" tone="soon" title={words.refusedTitle}>
          <View>{words.refusedHelp}</View>
          <RefusedLines refused={refused.slice(0, SHOWN)} />
        </Notice>
      )}
      {children}
      {refused.length <= SHOWN ? null : (
        <Fold id="knowledge-preview-more" title={words.moreRefused(refused.length - SHOWN)}>
          <RefusedLines refused={refused.slice(SHOWN)} />
        </Fold>
      )}
      {isCut ? <View className={styles.muted}>{words.first(lines.length)}</View> : null}
      <Planned id="knowledge-preview-changed" title={words.willChange} lines={of('changed')} open />
      <Planned
        id="knowledge-preview-added"
        title={words.willAdd}
        lines={of('added')}
        open={twins > 0 || of('added').length <= FEW}
      />
    </Stack>
  )
}
