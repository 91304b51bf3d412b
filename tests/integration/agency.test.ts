/** 代办: who may submit for somebody else, and under which conditions. */
import { getCity, submitOrder } from '@jiesu/shared-types'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AGENT, appealIn, leakingMain } from '../support/appeals'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

/** Both cities' rules, but for one: Fuzhou does not offer it here. */
const folder = mkdtempSync(join(tmpdir(), 'jiesu-agency-'))
let portal: TestPortal
beforeAll(async () => {
  const cities = join(folder, 'cities')
  cpSync(join(__dirname, '../../portal-api/cities'), cities, { recursive: true })
  const file = join(cities, 'fuzhou/profile.json')
  const profile = JSON.parse(readFileSync(file, 'utf8')) as { agents: { offered: boolean } }
  profile.agents.offered = false
  writeFileSync(file, JSON.stringify(profile))
  portal = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_CITIES: cities } })
})
afterAll(async () => {
  await portal.stop()
  rmSync(folder, { recursive: true })
})

test('an agency is refused where the person concerned cannot have agreed to it', async () => {
  const refused = async (changes: object) =>
    (await portal.refused(submitOrder, { body: leakingMain(changes) })).fields
  for (const consent of [false, undefined, 'true', 1])
    expect(await refused({ agent: { ...AGENT, consent } })).toEqual([
      { path: '/agent/consent', message: '请先征得当事人同意，勾选后再提交' },
    ])
  expect(await refused({ agent: AGENT, confidentiality: 'anonymous' })).toEqual([
    { path: '/confidentiality', message: '替别人反映不能匿名，请选择实名或实名保密' },
  ])
  expect((await refused({ agent: AGENT, contact: undefined }))?.map(({ path }) => path)).toEqual(['/contact'])
  expect((await refused({ agent: { consent: true } }))?.map(({ path }) => path).sort()).toEqual([
    '/agent/name',
    '/agent/phone',
    '/agent/relation',
  ])
})

test('a city that does not offer it says so, and the form is told beforehand', async () => {
  const offered = async (city: string) => (await portal.call(getCity, { params: { city } })).agentsOffered
  expect([await offered('yantai'), await offered('fuzhou')]).toEqual([true, false])
  const { order } = await portal.call(submitOrder, { body: appealIn('yantai', { agent: AGENT }) })
  expect(order.agent).toEqual({ name: '李**', phone: '139****0000', relation: 'family' })
  const problem = await portal.refused(submitOrder, { body: appealIn('fuzhou', { agent: AGENT }) })
  expect(problem).toMatchObject({
    code: 'not-offered-here',
    fields: [{ path: '/agent', message: '本市暂时不接受代办，请由当事人本人反映，或拨打 12345' }],
  })
  await portal.call(submitOrder, { body: appealIn('fuzhou') })
})
