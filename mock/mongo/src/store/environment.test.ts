import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../tests/support'
import { Environment } from './environment'
import { FolderInUse } from './owner'

const folder = temporaryFolder()
const path = (name: string) => join(folder.path, name)
const [key, value] = [Buffer.from('x-key'), Buffer.from('value')]

afterAll(() => {
  folder.remove()
})

test('a write that has been acknowledged is in the file', async () => {
  const environment = Environment.open(path('live'))
  mkdirSync(path('crashed'))
  // So much that the commit takes a while: an acknowledgement before it would be caught.
  const large = Buffer.alloc(100_000, 'x')
  await environment.write((tx) => {
    for (let n = 0; n < 200; n++) tx.put(Buffer.from(`x${String(n)}`), large)
  })
  // The file as a crash at this very moment would leave it.
  copyFileSync(join(path('live'), 'data.mdb'), join(path('crashed'), 'data.mdb'))
  const crashed = Environment.open(path('crashed'))
  expect(crashed.view().countPrefix(Buffer.from('x'))).toBe(200)
  await crashed.close()
  await environment.close()
})

test('work that fails leaves nothing behind, and the next one is not disturbed', async () => {
  const environment = Environment.open(path('failing'))
  const failing = environment.write((tx) => {
    tx.put(key, value)
    tx.changeCatalogue(tx.catalogue.withNewCollection('app.x'))
    throw new Error('no')
  })
  const next = environment.write((tx) => ({ seen: tx.get(key), collections: tx.catalogue.all().length }))
  await expect(failing).rejects.toThrow('no')
  await expect(next).resolves.toEqual({ seen: undefined, collections: 0 })
  expect(environment.view().get(key)).toBeUndefined()
  await environment.close()
})

test('writes see what earlier ones did, even before that is on disk', async () => {
  const environment = Environment.open(path('queue'))
  const next = () =>
    environment.write((tx) => {
      const count = (tx.get(key)?.readUInt32BE() ?? 0) + 1
      const stored = Buffer.alloc(4)
      stored.writeUInt32BE(count)
      tx.put(key, stored)
      return count
    })
  await expect(Promise.all(Array.from({ length: 20 }, next))).resolves.toEqual(
    Array.from({ length: 20 }, (_, n) => n + 1),
  )
  await environment.close()
})

test('a transaction reads its own changes, in ranges too', async () => {
  const environment = Environment.open(path('ranges'))
  const keys = (reverse: boolean) =>
    environment.write((tx) => {
      tx.put(Buffer.from('xa2'), value)
      tx.put(Buffer.from('xa4'), value)
      tx.remove(Buffer.from('xa3'))
      tx.put(Buffer.from('xb'), value)
      return [...tx.range(Buffer.from('xa'), Buffer.from('xb'), reverse)].map((entry) => entry.key.toString())
    })
  await environment.write((tx) => ['xa1', 'xa3', 'xa5'].forEach((name) => tx.put(Buffer.from(name), value)))
  await expect(keys(false)).resolves.toEqual(['xa1', 'xa2', 'xa4', 'xa5'])
  await expect(keys(true)).resolves.toEqual(['xa5', 'xa4', 'xa2', 'xa1'])
  await environment.close()
})

test('long ranges come whole, in both directions', async () => {
  const environment = Environment.open(path('long'), { durable: false })
  const names = Array.from({ length: 1500 }, (_, n) => `x${String(n).padStart(5, '0')}`)
  await environment.write((tx) => names.forEach((name) => tx.put(Buffer.from(name), value)))
  const view = environment.view()
  const read = (reverse: boolean) =>
    [...view.range(Buffer.from('x'), Buffer.from('y'), reverse)].map((entry) => entry.key.toString())
  expect(read(false)).toEqual(names)
  expect(read(true)).toEqual([...names].reverse())
  await environment.close()
})

test('one process cannot open a folder twice, but again after closing', async () => {
  const first = Environment.open(path('twice'))
  expect(() => Environment.open(path('twice'))).toThrow(FolderInUse)
  await first.close()
  await Environment.open(path('twice')).close()
})
