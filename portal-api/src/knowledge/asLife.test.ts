/** Every entry of the cities' files is a right version 1, and shown as it was. */
import { join } from 'node:path'
import { loadCities } from '../cities/loadCities'
import { directoryOf, lifeOfItem, makeItemOf } from './asLife'
import { loadKnowledge } from './knowledgeData'
import { findingsOf } from './rules/standard'

const FOLDER = join(__dirname, '../../cities')
const cities = loadCities(FOLDER)
const base = loadKnowledge(FOLDER, [...cities.keys()])
const itemOf = makeItemOf(cities, new Map(base.items.map((item) => [item.id, item])))

test.each([...cities.values()].map((city) => [city.id, city] as const))('%s', (id, city) => {
  const topics = base.topics.flatMap((topic) => (topic.city === id ? topic.id : []))
  const directory = directoryOf(city, topics, base.items)
  const items = base.items.filter((item) => item.city === id)
  expect(items.length).toBeGreaterThan(50)
  for (const item of items) {
    const life = lifeOfItem(item, city)
    expect(itemOf(life)).toEqual(item)
    const [version] = life.versions
    const wrong = findingsOf(version!.content, directory, '2026-11-23').filter(({ must }) => must)
    expect([item.id, wrong]).toEqual([item.id, []])
  }
})
