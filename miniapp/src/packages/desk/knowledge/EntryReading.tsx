import type { KnowledgeChoices, KnowledgeDeskEntry } from '@jiesu/shared-types'
import {
  ENTRY_FILE_TYPE_WORDS,
  KNOWLEDGE_FIELD_WORDS,
  SECTION_KIND_WORDS,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayFileSize } from '../../../ui/fileSize'
import { Facts } from '../../../ui/layout/Facts'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { sayAudience } from './audience'
import { FileOpener } from './FileRows'
import styles from './editor.module.scss'

interface ReadingProps {
  entry: KnowledgeDeskEntry
  choices: KnowledgeChoices
}

const lines = (texts: readonly string[]): ReactNode =>
  texts.length === 0 ? undefined : texts.map((text, i) => <View key={i}>{text}</View>)

/** An entry as those read it who review it. */
export const EntryReading = ({ entry, choices }: ReadingProps) => {
  const { content, files, related } = entry
  const nameOf = (options: KnowledgeChoices['units'], id: string | undefined) =>
    options.find((one) => one.id === id)?.name ?? id
  const { source } = content
  const fact = (field: keyof typeof KNOWLEDGE_FIELD_WORDS, value: ReactNode) => ({
    name: KNOWLEDGE_FIELD_WORDS[field],
    value,
  })
  return (
    <Stack>
      <Facts
        facts={[fact('phrasings', lines(content.phrasings)), fact('shortAnswer', content.shortAnswer)]}
      />
      <View>
        {content.sections.map(({ kind = 'other', heading, text }, at) => (
          <View key={at} className={styles.block}>
            <View className={styles.blockHead}>
              <View role="heading" aria-level={3} className={styles.blockName}>
                {heading}
              </View>
              {kind === 'other' || SECTION_KIND_WORDS[kind] === heading ? null : (
                <View className={styles.fileKind}>{SECTION_KIND_WORDS[kind]}</View>
              )}
            </View>
            {lines(text.split('\n'))}
          </View>
        ))}
      </View>
      <Facts
        facts={[
          fact(
            'attachments',
            files.length === 0
              ? undefined
              : files.map((file) => (
                  <View key={file.id} className={styles.tools}>
                    <View>{file.name}</View>
                    <View className={styles.fileKind}>
                      {`${ENTRY_FILE_TYPE_WORDS[file.mediaType].name} · ${sayFileSize(file.bytes)}`}
                    </View>
                    <FileOpener file={file} />
                  </View>
                )),
          ),
          fact('phones', lines(content.phones.map(({ name, number }) => `${name} ${number}`))),
          fact('links', lines(content.links.map(({ name, url }) => `${name} ${url}`))),
          fact('source', [source.document, source.item].join(' ').trim()),
          { name: words.quote, value: source.quote },
          { name: words.sourceUrl, value: source.url },
          fact('validFrom', content.validFrom),
          fact('validUntil', content.validUntil),
          fact('checkedOn', content.checkedOn),
          fact('districts', content.districts.map((id) => nameOf(choices.districts, id)).join('、')),
          fact('audience', content.audience.map(sayAudience).join('、')),
          fact('topic', nameOf(choices.topics, content.topic)),
          fact('sharedWith', nameOf(choices.units, content.sharedWith)),
          fact('related', lines(related.map(({ name }) => name))),
        ]}
      />
    </Stack>
  )
}
