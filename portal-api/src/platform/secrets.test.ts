import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSecret, makeSecrets } from './secrets'

const secrets = makeSecrets(Buffer.alloc(32, 1))

test('what is sealed is opened again, as what it was sealed and with the same secret only', () => {
  const sealed = secrets.seal('13800000000', 'contact of a')
  expect(secrets.unseal(sealed, 'contact of a')).toBe('13800000000')
  expect(secrets.seal('13800000000', 'contact of a')).not.toBe(sealed)
  expect(() => secrets.unseal(sealed, 'contact of b')).toThrow()
  expect(() => makeSecrets(Buffer.alloc(32, 2)).unseal(sealed, 'contact of a')).toThrow()
  const bytes = Buffer.from(sealed, 'base64')
  for (const at of [0, 12, bytes.length - 1]) {
    const altered = Buffer.from(bytes)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(() => secrets.unseal(altered.toString('base64'), 'contact of a')).toThrow()
  }
  for (const nothing of ['', 'x', 'bm8gc2VhbA=='])
    expect(() => secrets.unseal(nothing, 'contact of a')).toThrow()
})

test('a signature is right for its text alone', () => {
  expect(secrets.isSigned('a', secrets.sign('a'))).toBe(true)
  for (const [text, signature] of [
    ['b', secrets.sign('a')],
    ['a', ''],
    ['a', `${secrets.sign('a')}x`],
    ['a', makeSecrets(Buffer.alloc(32, 2)).sign('a')],
  ] as const)
    expect(secrets.isSigned(text, signature)).toBe(false)
})

describe('the secret of a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'jiesu-secret-')), 'data')
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

  test('is made once, for its owner alone, and stays', () => {
    const made = loadSecret(undefined, folder)
    expect(made).toHaveLength(32)
    expect(loadSecret(undefined, folder).equals(made)).toBe(true)
    expect(readdirSync(folder)).toEqual(['secret.key'])
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600)
  })

  test.each(['', 'aGFsZg==', 'no key'])(
    'that was damaged ("%s") is an error, never another secret',
    (content) => {
      loadSecret(undefined, folder)
      writeFileSync(join(folder, 'secret.key'), content)
      expect(() => loadSecret(undefined, folder)).toThrow('does not hold a key of 32 bytes')
    },
  )

  test('given by a setting leaves the folder alone', () => {
    const given = Buffer.alloc(32, 9)
    expect(loadSecret(given.toString('base64'), folder).equals(given)).toBe(true)
    expect(() => readdirSync(folder)).toThrow('ENOENT')
  })
})
