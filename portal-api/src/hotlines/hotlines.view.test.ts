import { join } from 'node:path'
import { Hotline } from '@jiesu/shared-types'
import * as z from 'zod/mini'
import { loadCities } from '../cities/loadCities'
import { hotlineViews } from './hotlines.view'

const cities = [...loadCities(join(__dirname, '../../cities')).values()]

describe.each(cities.map((city) => [city.id, city] as const))('%s', (_id, city) => {
  const views = hotlineViews(city)

  test('keeps the contract', () => {
    expect(z.array(Hotline).parse(views)).toEqual(views)
    expect(views).toHaveLength(city.hotlines.length)
  })

  test('12345 comes first, then the emergency numbers', () => {
    expect(views.slice(0, 5).map((line) => line.number)).toEqual(['12345', '110', '119', '120', '122'])
  })

  test('a line that is no longer answered sends to one that is', () => {
    for (const line of views.filter((l) => l.state === 'cancelled')) {
      expect([line.number, line.dial]).toEqual([line.number, '12345'])
      expect(line.advice).toContain('12345')
    }
    for (const line of views.filter((l) => l.state === 'in-service')) expect(line.dial).toBe(line.number)
  })

  test('notes for administrators stay inside', () => {
    expect(city.hotlines.some((line) => line.note !== undefined)).toBe(true)
    expect(views.some((line) => 'note' in line)).toBe(false)
  })

  test('no scope rule sends people to a number that is not answered', () => {
    const elsewhere = new Set(
      city.hotlines.filter((line) => line.dial !== line.number).map((line) => line.number),
    )
    // Taken out of service as the family-planning line, and opened again since as the national line for mental health.
    elsewhere.delete('12356')
    const phones = city.scopeRules.flatMap((rule) => rule.channels.flatMap((channel) => channel.phone ?? []))
    expect(phones.filter((phone) => elsewhere.has(phone))).toEqual([])
  })
})
