/** Entries of all kinds in the words of import lines, so that what is exported and what is imported can be compared. */
import type { EntryContent } from '../rules/entryContent'
import type { ImportedText } from './importLine'

const unlessBlank = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())
const unlessNone = (list: readonly string[]): string[] | undefined =>
  list.length === 0 ? undefined : [...list]

/** An entry's sections, telephones and links as one text. */
const bodyOf = ({ sections, phones, links }: EntryContent): string =>
  [
    ...sections.map(({ heading, text }) => (sections.length === 1 ? text : `【${heading}】\n${text}`)),
    ...phones.map(({ name, number }) => `${name} ${number}`),
    ...links.map(({ name, url }) => `${name} ${url}`),
  ]
    .join('\n')
    .trim()

/** @param unitName whose answer it is, as readers see it. */
export const asText = (id: string, content: EntryContent, unitName: string): ImportedText => {
  const { document, item, url } = content.source
  return {
    id,
    title: content.title.trim(),
    body: bodyOf(content),
    similar: content.phrasings.map((one) => one.trim()),
    shortAnswer: unlessBlank(content.shortAnswer),
    unitName: unlessBlank(unitName),
    source:
      document.trim() === ''
        ? undefined
        : { document: document.trim(), item: item.trim(), url: url === '' ? undefined : url },
    checkedOn: content.checkedOn,
    districts: unlessNone(content.districts),
    audience: unlessNone(content.audience),
  }
}

/** The other way: an imported text as an entry, for comparing field by field. */
export const asContent = (text: ImportedText): EntryContent => ({
  title: text.title,
  phrasings: text.similar,
  shortAnswer: text.shortAnswer ?? '',
  sections: [{ heading: '解答', text: text.body }],
  phones: [],
  links: [],
  source: { document: text.source?.document ?? '', item: text.source?.item ?? '', url: text.source?.url },
  unit: '',
  unitName: text.unitName ?? '',
  topic: '',
  districts: text.districts ?? [],
  audience: text.audience ?? [],
  related: [],
  checkedOn: text.checkedOn,
})
