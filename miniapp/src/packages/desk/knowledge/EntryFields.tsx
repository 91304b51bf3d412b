import type { KnowledgeChoices, KnowledgeDeskEntry } from '@jiesu/shared-types'
import { KNOWLEDGE_FIELD_WORDS, type KnowledgeField } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import type { ApiProblem } from '../../../api/problem'
import { TextArea, TextField } from '../../../ui/form/Field'
import { PickOne } from '../../../ui/form/PickOne'
import { Ticks } from '../../../ui/form/Ticks'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { audienceChoices } from './audience'
import type { EntryForm } from './entryForm'
import { type FieldErrors, fieldErrors } from './fieldErrors'
import { FileRows } from './FileRows'
import { PairRows } from './PairRows'
import { RelatedEntries } from './RelatedEntries'
import { SectionBlocks } from './SectionBlocks'
import styles from './editor.module.scss'

export type Patch = Partial<EntryForm> | ((latest: EntryForm) => Partial<EntryForm>)

interface FieldsProps {
  form: EntryForm
  city: string
  /** The entry's id; none for one that is not saved yet. */
  self?: string
  choices: KnowledgeChoices
  findings: KnowledgeDeskEntry['findings']
  problem: ApiProblem | undefined
  onChange: (patch: Patch) => void
}

type TextKey = {
  [Key in keyof EntryForm]: EntryForm[Key] extends string ? Key : never
}[keyof EntryForm]

interface TextLine {
  readonly key: TextKey
  /** The field as a whole, or by its path below the content. */
  readonly field?: KnowledgeField
  readonly path?: string
  readonly label: string
  readonly hint?: string
  /** Lines shown at first; one for a field of one line. */
  readonly rows: number
  readonly most: number
}

const { hints } = words
const named = (field: KnowledgeField & TextKey) => ({
  key: field,
  field,
  label: KNOWLEDGE_FIELD_WORDS[field],
})

const QUESTION: readonly TextLine[] = [
  { ...named('title'), rows: 1, most: 200 },
  { ...named('phrasings'), hint: hints.phrasings, rows: 4, most: 5000 },
  { ...named('shortAnswer'), hint: hints.shortAnswer, rows: 2, most: 300 },
]
const SOURCE: readonly TextLine[] = [
  {
    key: 'document',
    field: 'source',
    path: 'source/document',
    label: KNOWLEDGE_FIELD_WORDS.source,
    hint: hints.source,
    rows: 1,
    most: 200,
  },
  { key: 'item', path: 'source/item', label: words.item, hint: hints.item, rows: 1, most: 100 },
  { key: 'quote', path: 'source/quote', label: words.quote, rows: 2, most: 2000 },
  { key: 'sourceUrl', path: 'source/url', label: words.sourceUrl, rows: 1, most: 500 },
]
const DATES: readonly TextLine[] = [
  { ...named('validFrom'), hint: hints.day, rows: 1, most: 10 },
  { ...named('validUntil'), hint: hints.day, rows: 1, most: 10 },
  { ...named('checkedOn'), hint: hints.day, rows: 1, most: 10 },
]

interface LinesProps {
  lines: readonly TextLine[]
  form: EntryForm
  errors: FieldErrors
  onChange: (patch: Patch) => void
}
const TextLines = ({ lines, form, errors, onChange }: LinesProps) => (
  <>
    {lines.map(({ key, field: of, path, label, hint, rows, most }) => {
      const error =
        (path === undefined ? undefined : errors.at(path)) ?? (of === undefined ? undefined : errors.of(of))
      const field = {
        id: `knowledge-${key}`,
        label,
        ...(hint === undefined ? {} : { hint }),
        ...(error === undefined ? {} : { error }),
        value: form[key],
        maxlength: most,
        onChange: (value: string) => onChange({ [key]: value }),
      }
      return (
        <View key={key}>{rows === 1 ? <TextField {...field} /> : <TextArea {...field} rows={rows} />}</View>
      )
    })}
  </>
)

const optionsOf = (options: KnowledgeChoices['units'], none: boolean) => [
  { id: 'all', name: '', options: none ? [{ id: '', name: words.none }, ...options] : options },
]

/** The fields of an entry, in the order in which they are written. */
export const EntryFields = ({ form, city, self, choices, findings, problem, onChange }: FieldsProps) => {
  const errors = fieldErrors(findings, problem)
  const errorOf = (field: KnowledgeField) => {
    const said = errors.of(field)
    return said === undefined ? {} : { error: said }
  }
  const lines = { form, errors, onChange }
  const unknown = form.districts.filter((id) => !choices.districts.some((one) => one.id === id))
  return (
    <View className={styles.fields}>
      <TextLines lines={QUESTION} {...lines} />
      <SectionBlocks
        sections={form.sections}
        errors={errors}
        onChange={(sections) => onChange({ sections })}
      />
      <FileRows
        files={form.attachments}
        errors={errors}
        onChange={(change) => onChange((latest) => ({ attachments: change(latest.attachments) }))}
      />
      <PairRows
        id="knowledge-phones"
        field="phones"
        label={KNOWLEDGE_FIELD_WORDS.phones}
        parts={[
          { key: 'name', name: words.phoneName, most: 60 },
          { key: 'number', name: words.phoneNumber, most: 14, tel: true },
        ]}
        empty={{ name: '', number: '' }}
        add={words.addPhone}
        rows={form.phones}
        errors={errors}
        onChange={(phones) => onChange({ phones })}
      />
      <PairRows
        id="knowledge-links"
        field="links"
        label={KNOWLEDGE_FIELD_WORDS.links}
        parts={[
          { key: 'name', name: words.linkName, most: 60 },
          { key: 'url', name: words.linkUrl, most: 500 },
        ]}
        empty={{ name: '', url: '' }}
        add={words.addLink}
        rows={form.links}
        errors={errors}
        onChange={(links) => onChange({ links })}
      />
      <View className={styles.group}>
        <View className={styles.fields}>
          <TextLines lines={SOURCE} {...lines} />
          <View className={styles.dates}>
            <TextLines lines={DATES} {...lines} />
          </View>
        </View>
      </View>
      <Ticks
        id="knowledge-districts"
        label={KNOWLEDGE_FIELD_WORDS.districts}
        hint={errors.of('districts') ?? hints.districts}
        choices={[...choices.districts, ...unknown.map((id) => ({ id, name: id }))]}
        ticked={form.districts}
        onChange={(districts) => onChange({ districts })}
      />
      <View>
        {' '}
        <Ticks
          id="knowledge-audience"
          label={KNOWLEDGE_FIELD_WORDS.audience}
          hint={hints.audience}
          choices={audienceChoices(form.audience)}
          ticked={form.audience}
          onChange={(audience) => onChange({ audience })}
        />
      </View>
      <View>
        {' '}
        <PickOne
          id="knowledge-topic"
          label={KNOWLEDGE_FIELD_WORDS.topic}
          ask={words.pickTopic}
          searchHint={words.searchHint}
          nothingFound={words.nothingFound}
          groups={optionsOf(choices.topics, false)}
          chosen={form.topic}
          onChoose={(topic) => onChange({ topic })}
          {...errorOf('topic')}
        />
      </View>
      <View>
        {' '}
        <PickOne
          id="knowledge-sharedWith"
          label={KNOWLEDGE_FIELD_WORDS.sharedWith}
          ask={words.none}
          hint={hints.sharedWith}
          searchHint={words.searchHint}
          nothingFound={words.nothingFound}
          groups={optionsOf(
            choices.units.filter(({ id }) => id !== form.unit),
            true,
          )}
          chosen={form.sharedWith}
          onChoose={(sharedWith) => onChange({ sharedWith })}
          {...errorOf('sharedWith')}
        />
      </View>{' '}
      <RelatedEntries
        city={city}
        self={self}
        related={form.related}
        errors={errors}
        onChange={(related) => onChange({ related })}
      />
    </View>
  )
}
