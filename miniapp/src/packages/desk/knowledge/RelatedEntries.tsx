import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { Button } from '../../../ui/form/Button'
import { SearchBox } from '../../../ui/form/SearchBox'
import { useSettled } from '../../../ui/form/useSettled'
import { PressRow, Rows } from '../../../ui/layout/ListRow'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import type { EntryForm } from './entryForm'
import type { FieldErrors } from './fieldErrors'
import { Group } from './Group'
import styles from './editor.module.scss'

const MOST = 20
const FOUND = 6

interface RelatedProps {
  city: string
  /** The entry itself, which is related to nobody less. */
  self: string | undefined
  related: EntryForm['related']
  errors: FieldErrors
  onChange: (related: EntryForm['related']) => void
}

/** Entries that readers go on to: chosen among the city's public ones, by words. */
export const RelatedEntries = ({ city, self, related, errors, onChange }: RelatedProps) => {
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), '')
  const found = useRemote(q === '' ? null : `related ${city} ${q}`, () =>
    call('searchKnowledge', { query: { city, q, limit: FOUND + MOST } }),
  )
  const hits = (q === '' ? [] : (found.data?.hits ?? []))
    .filter(({ id }) => id !== self && !related.some((one) => one.id === id))
    .slice(0, FOUND)
  return (
    <Group
      id="knowledge-related"
      label={words.related}
      hint={words.hints.related}
      error={errors.of('related')}
    >
      {related.length === 0 ? null : (
        <View role="list">
          {related.map(({ id, name }) => (
            <View key={id} id={`knowledge-related-${id}`} className={styles.chosen} role="listitem">
              <View className={styles.chosenName}>{name}</View>
              <Button
                id={`knowledge-unrelate-${id}`}
                kind="quiet"
                small
                label={words.removeNamed(name)}
                onPress={() => onChange(related.filter((one) => one.id !== id))}
              >
                {words.remove}
              </Button>
            </View>
          ))}
        </View>
      )}
      {related.length >= MOST ? null : (
        <SearchBox
          id="knowledge-relate"
          label={words.relatedSearch}
          hint={words.relatedSearch}
          clearLabel={words.clear}
          value={typed}
          onChange={setTyped}
        />
      )}
      <View role="status" className={styles.hint}>
        {q !== '' && found.data !== undefined && hits.length === 0 ? words.nothingFound : ''}
      </View>
      {hits.length === 0 ? null : (
        <Rows>
          {hits.map(({ id, title }) => (
            <PressRow
              key={id}
              id={`knowledge-relate-${id}`}
              title={title}
              end={words.add}
              label={words.addNamed(title)}
              onPress={() => onChange([...related, { id, name: title }])}
            />
          ))}
        </Rows>
      )}
    </Group>
  )
}
