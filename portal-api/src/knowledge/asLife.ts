/** Entries of the cities' files and of imports as their units keep them, and back: how published ones are shown. */
import type { City } from '../cities/cityData'
import type { KnowledgeItem } from './knowledgeData'
import type { EntryContent } from './rules/entryContent'
import { type Life, liveVersion } from './rules/life'
import { type Directory, plainNumber } from './rules/standard'

type Cities = ReadonlyMap<string, City>

/** The unit that answers under this name; the hotline itself keeps what belongs to nobody else. */
export const ownerOf = (city: City, unitName: string | undefined): string => {
  const byName = city.units.find(
    ({ name }) => name === unitName || `${city.profile.name}${name}` === unitName,
  )
  return (byName ?? city.units.find(({ level }) => level === 'hotline') ?? city.units[0])?.id ?? ''
}

const contentOfItem = (item: KnowledgeItem, city: City): EntryContent => ({
  title: item.title,
  phrasings: item.phrasings,
  shortAnswer: item.shortAnswer,
  sections: item.sections,
  ...(item.attachments === undefined ? {} : { attachments: item.attachments }),
  phones: item.phones,
  links: item.links,
  source: {
    document: item.source?.document ?? '',
    item: item.source?.item ?? '',
    ...(item.source?.quote === undefined ? {} : { quote: item.source.quote }),
    ...(item.source?.url === undefined ? {} : { url: item.source.url }),
  },
  ...(item.validFrom === undefined ? {} : { validFrom: item.validFrom }),
  ...(item.validUntil === undefined ? {} : { validUntil: item.validUntil }),
  unit: ownerOf(city, item.unitName),
  unitName: item.unitName ?? '',
  topic: item.topic,
  districts: item.districts ?? [],
  audience: item.audience ?? [],
  related: item.related,
  ...(item.checkedOn === undefined ? {} : { checkedOn: item.checkedOn }),
})

const firstVersion = (item: KnowledgeItem, city: City, type: 'imported' | 'brought-in', at: Date): Life => ({
  id: item.id,
  city: item.city,
  versions: [{ number: 1, content: contentOfItem(item, city), at }],
  live: 1,
  tasks: [],
  events: [{ type, at, version: 1 }],
})

/** What came with the files is version 1, public since it was checked. */
export const lifeOfItem = (item: KnowledgeItem, city: City): Life => {
  if (item.checkedOn === undefined)
    throw new Error(`the entry ${item.id} of the city's files has no checkedOn`)
  return firstVersion(item, city, 'imported', new Date(`${item.checkedOn}T00:00:00+08:00`))
}

/** @param since when the text was imported; what it does not say stays unknown. */
export const lifeOfImport = (item: KnowledgeItem, city: City, since: Date): Life =>
  firstVersion(item, city, 'brought-in', since)

/** As readers see it; empty where an imported text does not say whose answer it is. */
export const unitNameOf = (content: EntryContent, city: City | undefined): string =>
  content.unitName ?? city?.units.find(({ id }) => id === content.unit)?.name ?? content.unit

const known = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, string>)

/** The public version as search and the entry's page show it; null where there is none. */
export const makeItemOf =
  (cities: Cities, seeds: ReadonlyMap<string, KnowledgeItem>) =>
  (life: Life): KnowledgeItem | null => {
    const content = liveVersion(life)?.content
    if (content === undefined) return null
    const mostAsked = seeds.get(life.id)?.mostAsked
    return {
      id: life.id,
      city: life.city,
      topic: content.topic,
      title: content.title,
      phrasings: [...content.phrasings],
      shortAnswer: content.shortAnswer,
      sections: [...content.sections],
      phones: [...content.phones],
      links: [...content.links],
      ...known('unitName', unitNameOf(content, cities.get(life.city))),
      ...(content.source.document === '' ? {} : { source: content.source }),
      ...(content.validFrom === undefined ? {} : { validFrom: content.validFrom }),
      ...(content.validUntil === undefined ? {} : { validUntil: content.validUntil }),
      ...known('checkedOn', content.checkedOn),
      related: [...content.related],
      ...(content.districts.length === 0 ? {} : { districts: content.districts }),
      ...(content.audience.length === 0 ? {} : { audience: content.audience }),
      ...(content.attachments === undefined || content.attachments.length === 0
        ? {}
        : { attachments: content.attachments }),
      ...(mostAsked === undefined ? {} : { mostAsked }),
    }
  }

const NUMBER = /\d[\d-]{1,12}\d/g

/** What the recording standard may rely on in a city: its units, districts, topics, and every number its data state. */
export const directoryOf = (
  city: City,
  topics: readonly string[],
  seeds: readonly KnowledgeItem[],
): Directory => {
  const stated = [
    ...city.hotlines.flatMap(({ number, dial, advice }) => [
      number,
      ...(`${dial} ${advice}`.match(NUMBER) ?? []),
    ]),
    ...city.profile.emergencyNumbers.map(({ number }) => number),
    ...city.scopeRules.flatMap(({ channels }) => channels.flatMap(({ phone }) => phone ?? [])),
    // Every one of these rests on a document and was read with the city's data.
    ...seeds
      .filter((item) => item.city === city.id)
      .flatMap(({ phones }) => phones.map(({ number }) => number)),
  ]
  return {
    phones: new Set(stated.map(plainNumber)),
    units: new Set(city.units.map(({ id }) => id)),
    districts: new Set(city.districts.map(({ id }) => id)),
    topics: new Set(topics),
  }
}
