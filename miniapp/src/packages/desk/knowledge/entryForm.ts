/** An entry as lines of text in a form, and back. What is not understood stays where a finding or a field's error names it. */
import type { EntryContentInput, KnowledgeChoices } from '@jiesu/shared-types'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'

export interface EntryForm {
  title: string
  phrasings: string
  shortAnswer: string
  sections: string
  phones: string
  links: string
  document: string
  item: string
  quote: string
  sourceUrl: string
  validFrom: string
  validUntil: string
  unit: string
  unitName: string
  sharedWith: string
  topic: string
  districts: string
  audience: string
  related: string
  checkedOn: string
}

type Districts = KnowledgeChoices['districts']

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const HEADING = /^【(.+)】$/

export const sectionsOf = (text: string): EntryContentInput['sections'] => {
  const sections: { heading: string; lines: string[] }[] = []
  for (const line of lines(text)) {
    const [, heading] = HEADING.exec(line) ?? []
    const last = sections.at(-1)
    if (heading !== undefined) sections.push({ heading, lines: [] })
    else if (last === undefined) sections.push({ heading: words.plainSection, lines: [line] })
    else last.lines.push(line)
  }
  return sections.map((section) => ({ heading: section.heading, text: section.lines.join('\n') }))
}

/** The last word is the number or the address, what stands before it the name. */
const splitLast = (line: string): readonly [string, string] => {
  const at = line.search(/\s\S+$/)
  return at === -1 ? [line, line] : [line.slice(0, at).trim(), line.slice(at).trim()]
}

export const asForm = (content: EntryContentInput, districts: Districts): EntryForm => ({
  title: content.title,
  phrasings: content.phrasings.join('\n'),
  shortAnswer: content.shortAnswer,
  sections: content.sections.map(({ heading, text }) => `【${heading}】\n${text}`).join('\n'),
  phones: content.phones.map(({ name, number }) => `${name} ${number}`).join('\n'),
  links: content.links.map(({ name, url }) => `${name} ${url}`).join('\n'),
  document: content.source.document,
  item: content.source.item,
  quote: content.source.quote ?? '',
  sourceUrl: content.source.url ?? '',
  validFrom: content.validFrom ?? '',
  validUntil: content.validUntil ?? '',
  unit: content.unit,
  unitName: content.unitName ?? '',
  sharedWith: content.sharedWith ?? '',
  topic: content.topic,
  districts: content.districts.map((id) => districts.find((one) => one.id === id)?.name ?? id).join('\n'),
  audience: content.audience.join('\n'),
  related: content.related.join('\n'),
  checkedOn: content.checkedOn,
})

const given = <K extends string>(key: K, text: string): Partial<Record<K, string>> =>
  text.trim() === '' ? {} : ({ [key]: text.trim() } as Record<K, string>)

export const asContent = (form: EntryForm, districts: Districts): EntryContentInput => ({
  title: form.title.trim(),
  phrasings: lines(form.phrasings),
  shortAnswer: form.shortAnswer.trim(),
  sections: sectionsOf(form.sections),
  phones: lines(form.phones).map((line) => {
    const [name, number] = splitLast(line)
    return { name, number }
  }),
  links: lines(form.links).map((line) => {
    const [name, url] = splitLast(line)
    return { name, url }
  }),
  source: {
    document: form.document.trim(),
    item: form.item.trim(),
    ...given('quote', form.quote),
    ...given('url', form.sourceUrl),
  },
  ...given('validFrom', form.validFrom),
  ...given('validUntil', form.validUntil),
  unit: form.unit,
  ...given('unitName', form.unitName),
  ...given('sharedWith', form.sharedWith),
  topic: form.topic,
  districts: lines(form.districts).map((name) => districts.find((one) => one.name === name)?.id ?? name),
  audience: lines(form.audience),
  related: lines(form.related),
  checkedOn: form.checkedOn.trim(),
})

/** A new entry of a unit. @param today YYYY-MM-DD. */
export const emptyContent = (unit: string, topic: string, today: string): EntryContentInput => ({
  title: '',
  phrasings: [],
  shortAnswer: '',
  sections: [],
  phones: [],
  links: [],
  source: { document: '', item: '' },
  unit,
  topic,
  districts: [],
  audience: [],
  related: [],
  checkedOn: today,
})
