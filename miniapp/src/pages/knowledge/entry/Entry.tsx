import type { KnowledgeEntry } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Copy, Link, PhoneF } from '@nutui/icons-react-taro'
import type { ReactNode } from 'react'
import { openLink, opensLinks } from '../../../platform/links'
import { dial } from '../../../platform/phone'
import { Fold } from '../../../ui/layout/Fold'
import { LinkRow, PressRow, Rows } from '../../../ui/layout/ListRow'
import { Section } from '../../../ui/layout/Section'
import { commonWords } from '../../../words/common'
import { ReadAloud } from '../../../ui/readAloud/ReadAloud'
import { inChinese } from '../../../words/inChinese'
import { knowledgeWords as words } from '../../../words/knowledge'
import { sayDay } from '../../../words/vocabulary'
import { AppliesIn, appliesTo } from './Applies'
import styles from './entry.module.scss'
import { Files } from './Files'
import { Sections } from './Sections'
import { spokenEntry } from './spokenEntry'
import { withoutRepeats } from './withoutRepeats'

/** One answer whole: the short one on top, then everything that belongs to it. */
export const Entry = ({ entry: whole, children }: { entry: KnowledgeEntry; children?: ReactNode }) => {
  const entry = { ...whole, ...withoutRepeats(whole) }
  return (
    <View>
      <View className={styles.answer} {...inChinese()}>
        <View role="heading" aria-level={1} className={styles.title}>
          {entry.title}
        </View>
        {entry.shortAnswer === '' ? null : (
          <View id="short-answer" className={styles.short}>
            {entry.shortAnswer}
          </View>
        )}
      </View>
      <ReadAloud id="entry-read" compose={() => spokenEntry(entry)} />

      {entry.phones.length === 0 ? null : (
        <Section title={words.phones}>
          <Rows>
            {entry.phones.map(({ name, number }) => (
              <PressRow
                key={`${name}${number}`}
                id={`phone-${number}`}
                icon={<PhoneF size={20} />}
                title={<View className={styles.number}>{number}</View>}
                detail={name}
                end={<View className={styles.call}>{words.dial}</View>}
                onPress={() => dial(number)}
              />
            ))}
          </Rows>
        </Section>
      )}

      {entry.sections.length === 0 ? null : (
        <View className={styles.gap} {...inChinese()}>
          <Sections key={entry.id} entry={entry} />
        </View>
      )}

      {entry.files === undefined || entry.files.length === 0 ? null : <Files files={entry.files} />}

      {entry.links.length === 0 ? null : (
        <Section title={words.links}>
          <Rows>
            {entry.links.map(({ name, url }) => (
              <PressRow
                key={url}
                icon={<Link size={20} />}
                title={name}
                detail={<View className={styles.url}>{url}</View>}
                end={opensLinks ? undefined : <Copy size={18} />}
                label={opensLinks ? words.openLink(name) : words.copyLink(name)}
                onPress={() => void openLink(url, words.linkCopied)}
              />
            ))}
          </Rows>
        </Section>
      )}

      {children}

      {knowsOrigin(entry) ? <Origin entry={entry} /> : null}

      {entry.related.length === 0 ? null : (
        <View className={styles.narrow}>
          <Related entries={entry.related} />
        </View>
      )}
    </View>
  )
}

const knowsOrigin = ({
  unitName,
  source,
  districts,
  audience,
  validUntil,
  checkedOn,
}: KnowledgeEntry): boolean =>
  [unitName, source, districts, audience, validUntil, checkedOn].some((fact) => fact !== undefined)

/** Who answers for it, what it rests on, and when that was last checked; what is not known is not said. */
const Origin = ({ entry }: { entry: KnowledgeEntry }) => (
  <View className={styles.origin}>
    {entry.unitName === undefined ? null : (
      <View>{commonWords.labelled(words.answeredBy, entry.unitName)}</View>
    )}
    {entry.source === undefined ? null : (
      <View>
        {commonWords.labelled(words.source, `${entry.source.document} ${entry.source.item}`.trim())}
      </View>
    )}
    {entry.districts === undefined ? null : <AppliesIn city={entry.city} districts={entry.districts} />}
    {entry.audience === undefined ? null : (
      <View>{commonWords.labelled(words.audience, appliesTo(entry.audience))}</View>
    )}
    {entry.validUntil === undefined ? null : <View>{words.validUntil(sayDay(entry.validUntil))}</View>}
    {entry.checkedOn === undefined ? null : (
      <View id="checked-on">{words.checkedOn(sayDay(entry.checkedOn))}</View>
    )}
    {entry.source?.quote === undefined ? null : (
      <Fold id="source-quote" title={words.sourceWhole}>
        <View className={styles.quote}>{entry.source.quote}</View>
      </Fold>
    )}
  </View>
)

export const Related = ({ entries }: { entries: KnowledgeEntry['related'] }) => (
  <Section title={words.related}>
    <Rows>
      {entries.map(({ id, title }) => (
        <LinkRow key={id} page="knowledgeEntry" query={{ id }} title={title} />
      ))}
    </Rows>
  </Section>
)
