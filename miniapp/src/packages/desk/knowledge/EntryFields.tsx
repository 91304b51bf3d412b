import type { KnowledgeChoices, KnowledgeDeskEntry } from '@jiesu/shared-types'
import { KNOWLEDGE_FIELD_WORDS, type KnowledgeField } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import type { ApiProblem } from '../../../api/problem'
import { TextArea, TextField } from '../../../ui/form/Field'
import { PickOne } from '../../../ui/form/PickOne'
import { Facts } from '../../../ui/layout/Facts'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import type { EntryForm } from './entryForm'

interface FieldsProps {
  form: EntryForm
  choices: KnowledgeChoices
  findings: KnowledgeDeskEntry['findings']
  problem: ApiProblem | undefined
  readOnly?: boolean
  onChange: (patch: Partial<EntryForm>) => void
}

type Text = keyof EntryForm

interface FieldLine {
  readonly key: Text
  readonly field: KnowledgeField
  readonly label: string
  readonly hint?: string
  /** Lines shown at first; one for a field of one line. */
  readonly rows: number
  readonly most: number
}

const { hints } = words
const named = (field: KnowledgeField) => ({ key: field as Text, field, label: KNOWLEDGE_FIELD_WORDS[field] })

const LINES: readonly FieldLine[] = [
  { ...named('title'), rows: 1, most: 200 },
  { ...named('phrasings'), hint: hints.phrasings, rows: 4, most: 5000 },
  { ...named('shortAnswer'), hint: hints.shortAnswer, rows: 2, most: 300 },
  { ...named('sections'), hint: hints.sections, rows: 8, most: 20_000 },
  { ...named('phones'), hint: hints.phones, rows: 2, most: 2000 },
  { ...named('links'), hint: hints.links, rows: 2, most: 5000 },
  {
    key: 'document',
    field: 'source',
    label: KNOWLEDGE_FIELD_WORDS.source,
    hint: hints.source,
    rows: 1,
    most: 200,
  },
  { key: 'item', field: 'source', label: words.item, hint: hints.item, rows: 1, most: 100 },
  { key: 'quote', field: 'source', label: words.quote, rows: 2, most: 2000 },
  { key: 'sourceUrl', field: 'source', label: words.sourceUrl, rows: 1, most: 500 },
  { ...named('validFrom'), hint: hints.day, rows: 1, most: 10 },
  { ...named('validUntil'), hint: hints.day, rows: 1, most: 10 },
  { ...named('checkedOn'), hint: hints.day, rows: 1, most: 10 },
  { ...named('districts'), hint: hints.districts, rows: 2, most: 2000 },
  { ...named('audience'), hint: hints.audience, rows: 2, most: 800 },
]

/** Beside a field: what the portal refused there, or what the recording standard finds. */
const errorOf = (
  line: FieldLine,
  { findings, problem }: Pick<FieldsProps, 'findings' | 'problem'>,
): string | undefined => {
  const refused = problem?.fields.filter(({ path }) => path.startsWith(`/content/${line.field}`)) ?? []
  const found = findings.filter(({ field }) => field === line.field)
  // Of several lines that make one field, the first says it.
  const isFirst = LINES.find(({ field }) => field === line.field) === line
  const said = isFirst ? [...refused.map(({ message }) => message), ...found.map(({ text }) => text)] : []
  return said.length === 0 ? undefined : [...new Set(said)].join(' ')
}

const optionsOf = (options: KnowledgeChoices['units'], none: boolean) => [
  { id: 'all', name: '', options: none ? [{ id: '', name: words.none }, ...options] : options },
]

/** The fields of an entry; for those who don't write it, as text. */
export const EntryFields = ({
  form,
  choices,
  findings,
  problem,
  readOnly = false,
  onChange,
}: FieldsProps) => {
  const nameOf = (options: KnowledgeChoices['units'], id: string) =>
    options.find((one) => one.id === id)?.name ?? id
  if (readOnly)
    return (
      <Facts
        facts={[
          ...LINES.map(({ key, label }) => ({ name: label, value: form[key] })),
          { name: KNOWLEDGE_FIELD_WORDS.topic, value: nameOf(choices.topics, form.topic) },
          { name: KNOWLEDGE_FIELD_WORDS.sharedWith, value: nameOf(choices.units, form.sharedWith) },
        ].filter(({ value }) => value !== '')}
      />
    )
  return (
    <Stack>
      {LINES.map((line) => {
        const { key, label, hint, rows, most } = line
        const error = errorOf(line, { findings, problem })
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
      <PickOne
        id="knowledge-topic"
        label={KNOWLEDGE_FIELD_WORDS.topic}
        ask={words.pickTopic}
        searchHint={words.searchHint}
        nothingFound={words.nothingFound}
        groups={optionsOf(choices.topics, false)}
        chosen={form.topic}
        onChoose={(topic) => onChange({ topic })}
      />
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
      />
    </Stack>
  )
}
