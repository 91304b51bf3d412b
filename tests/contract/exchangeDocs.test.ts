/** docs/exchange.md is what integrators build by: its example works, its tables name every field and refusal. */
import {
  ExchangeEvent,
  ExchangeOrder,
  exchangeReply,
  KNOWLEDGE_PUSH_REFUSALS,
  PUSH_MOST_LINES,
  PushedKnowledgeLine,
  PushKnowledgeAnswer,
  PushKnowledgeInput,
} from '@jiesu/shared-types'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { MOST_TRIES } from '../../portal-api/src/exchange/rules/backoff'
import { HIDDEN } from '../../portal-api/src/exchange/rules/hideIdentity'
import { signatureOf } from '../../portal-api/src/exchange/signature'

const text = readFileSync(join(__dirname, '../../docs/exchange.md'), 'utf8')

type IsFromJiesu = (secret: string, headers: Record<string, string>, body: string, now: number) => boolean

/** The function of the example, as somebody would copy it. */
const example = (): IsFromJiesu => {
  const code = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  return runInNewContext(`${code}\nisFromJiesu`, {
    require: createRequire(__filename),
    Buffer,
  }) as IsFromJiesu
}

test('the example knows our signature, and no other', () => {
  const isFromJiesu = example()
  const now = Date.parse('2026-11-23T09:00:00+08:00')
  const timestamp = String(now / 1000)
  const body = '{"text":"漏水 👩‍👩‍👧‍👦"}'
  const headers = {
    'x-jiesu-timestamp': timestamp,
    'x-jiesu-signature': signatureOf('secret', timestamp, body),
  }
  expect(isFromJiesu('secret', headers, body, now)).toBe(true)
  expect(isFromJiesu('secret', headers, body, now + 300_000)).toBe(true)
  expect(isFromJiesu('secret', headers, body, now + 301_000)).toBe(false)
  expect(isFromJiesu('another', headers, body, now)).toBe(false)
  expect(isFromJiesu('secret', headers, `${body} `, now)).toBe(false)
  const older = { ...headers, 'x-jiesu-timestamp': String(now / 1000 - 1) }
  expect(isFromJiesu('secret', older, body, now)).toBe(false)
  expect(isFromJiesu('secret', { ...headers, 'x-jiesu-signature': 'v1=' }, body, now)).toBe(false)
})

/** What stands in the first column of any table. */
const named = text
  .split('\n')
  .flatMap((line) => [...(/^\|([^|]*)\|/.exec(line)?.[1] ?? '').matchAll(/`([\w-]+)`/g)])
  .map((match) => match[1])

test.each([
  ['of an event', Object.keys(ExchangeEvent.shape)],
  ['of an order', Object.keys(ExchangeOrder.shape)],
])('every field %s is described', (_what, fields) => {
  expect(fields.filter((field) => !named.includes(field))).toEqual([])
})

test('every refusal of a posted step is described', () => {
  expect(exchangeReply.refusals.filter((refusal) => !named.includes(refusal))).toEqual([])
})

test('every refusal of a pushed entry is described, and the example is right', () => {
  expect(KNOWLEDGE_PUSH_REFUSALS.filter((code) => !named.includes(code))).toEqual([])
  const [, body = ''] = /exchange\/knowledge[\s\S]*?-d '([\s\S]*?)'\n/.exec(text) ?? []
  const { lines } = PushKnowledgeInput.parse(JSON.parse(body))
  expect(lines.map((line) => PushedKnowledgeLine.safeParse(line).success)).toEqual([true, true])
  const answer = /# (\{"results"[\s\S]*?)\n```/.exec(text)?.[1]?.replaceAll('\n# ', '') ?? ''
  expect(PushKnowledgeAnswer.parse(JSON.parse(answer)).results).toHaveLength(2)
  expect(text).toContain('A hundred lines')
  expect(PUSH_MOST_LINES).toBe(100)
})

test('the numbers and words in the text are the code’s', () => {
  expect(text).toContain(`${MOST_TRIES} times`)
  expect(text).toContain(HIDDEN)
})
