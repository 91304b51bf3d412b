import type { KnowledgeEntry } from '@jiesu/shared-types'
import type { SectionKind } from '@jiesu/shared-types/vocabulary'
import { Button, View } from '@tarojs/components'
import { CheckNormal, Checked, Clock, Location, User, Wallet } from '@nutui/icons-react-taro'
import { useState, type ReactNode } from 'react'
import { readDownFrom } from '../../../platform/focus'
import { keepTicked, readTicked } from '../../../stores/ticked'
import { Card } from '../../../ui/layout/Card'
import { knowledgeWords as words } from '../../../words/knowledge'
import { SECTION_KIND_WORDS } from '../../../words/vocabulary'
import { groupsOf, isFact, isLong, type Part } from './sectionParts'
import styles from './sections.module.scss'

const idOf = ({ at }: Part): string => `section-${at}`
const headingOf = ({ kind, heading }: Part): string =>
  kind === 'other' ? heading : words.kindAndHeading(SECTION_KIND_WORDS[kind], heading)

/** The full answer: each part as its kind asks for. */
export const Sections = ({ entry: { id, sections } }: { entry: KnowledgeEntry }) => {
  const groups = groupsOf(sections)
  return (
    <Card id="entry-sections">
      {isLong(sections) ? <Contents parts={groups.flat()} /> : null}
      {groups.map((group) => (
        <View key={group[0]?.at} className={styles.part}>
          {group[0] !== undefined && isFact(group[0]) ? (
            <FactParts parts={group} />
          ) : (
            group.map((part) => <Single key={part.at} part={part} entry={id} />)
          )}
        </View>
      ))}
    </Card>
  )
}

const Contents = ({ parts }: { parts: readonly Part[] }) => (
  <View
    id="entry-contents"
    className={`${styles.contents} secondary`}
    role="navigation"
    aria-label={words.contents}
  >
    {parts.map((part) => (
      <Button
        key={part.at}
        id={`contents-${part.at}`}
        className={styles.toPart}
        onClick={() => readDownFrom(idOf(part))}
      >
        {part.heading}
      </Button>
    ))}
  </View>
)

const Heading = ({ part, children }: { part: Part; children?: ReactNode }) => (
  <View className={styles.head}>
    <View id={idOf(part)} role="heading" aria-level={2} className={styles.heading}>
      {headingOf(part)}
    </View>
    {children}
  </View>
)

const Single = ({ part, entry }: { part: Part; entry: string }) => {
  if (part.kind === 'materials') return <Materials part={part} entry={entry} />
  return (
    <View>
      <Heading part={part} />
      {part.kind === 'steps' && part.lines.length > 1 ? (
        <View role="list">
          {part.lines.map((line, i) => (
            <View key={i} role="listitem" className={styles.step}>
              <View className={styles.number} aria-label={words.step(i + 1)}>
                {i + 1}
              </View>
              <View className={styles.words}>{line}</View>
            </View>
          ))}
        </View>
      ) : (
        <Lines lines={part.lines} />
      )}
    </View>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, i) => (
      <View key={i} className={styles.line}>
        {line}
      </View>
    ))}
  </>
)

const ICONS: Partial<Record<SectionKind, ReactNode>> = {
  conditions: <User size={20} />,
  fees: <Wallet size={20} />,
  limits: <Clock size={20} />,
  places: <Location size={20} />,
}

/** What is looked up at a glance: who, how much, how long, where. */
const FactParts = ({ parts }: { parts: readonly Part[] }) => (
  <View className={styles.facts}>
    {parts.map((part) => (
      <View key={part.at} className={styles.fact}>
        <View className={styles.icon} aria-hidden>
          {ICONS[part.kind]}
        </View>
        <View className={styles.words}>
          <View id={idOf(part)} role="heading" aria-level={2} className={styles.factName}>
            {headingOf(part)}
          </View>
          {part.lines.length > 1 ? (
            <View role="list">
              {part.lines.map((line, i) => (
                <View key={i} role="listitem" className={styles.point}>
                  {line}
                </View>
              ))}
            </View>
          ) : (
            <Lines lines={part.lines} />
          )}
        </View>
      </View>
    ))}
  </View>
)

/** What has to be brought, to be ticked off. Nothing of it leaves the device. */
const Materials = ({ part, entry }: { part: Part; entry: string }) => {
  const [ticked, setTicked] = useState(() => readTicked(entry))
  const here = part.lines.filter((line) => ticked.includes(line))
  const tick = (line: string) => {
    // What was ticked in another list of the entry, or in another tab, stays.
    const latest = readTicked(entry)
    const next = latest.includes(line) ? latest.filter((one) => one !== line) : [...latest, line]
    keepTicked(entry, next)
    setTicked(next)
  }
  return (
    <View role="group" aria-labelledby={idOf(part)}>
      <Heading part={part}>
        <View id={`ticked-${part.at}`} className={styles.count} role="status">
          {here.length === 0 ? '' : words.ticked(here.length, part.lines.length)}
        </View>
      </Heading>
      {part.lines.map((line, i) => {
        const on = ticked.includes(line)
        return (
          <Button
            key={i}
            id={`material-${part.at}-${i}`}
            className={`${styles.material} ${on ? styles.ready : ''}`}
            hoverClass={styles.pressed}
            role="checkbox"
            aria-checked={on}
            onClick={() => tick(line)}
          >
            <View className={styles.box}>{on ? <Checked size={20} /> : <CheckNormal size={20} />}</View>
            <View className={styles.words}>{line}</View>
          </Button>
        )
      })}
      <View className={`${styles.hint} secondary`}>{words.tickHint}</View>
    </View>
  )
}
