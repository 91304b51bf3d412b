/** Every sentence that a citizen can hear of a field or a refusal has its English. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { inEnglish } from '../../portal-api/src/platform/english'

const ROOT = join(__dirname, '../..')
const CHINESE = /[\u4e00-\u9fff]/

/** Texts of a file; what is filled in stands as a number, which every pattern takes. */
const textsOf = (file: string): string[] => {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join(''))
    else ts.forEachChild(node, visit)
  }
  visit(source)
  return found.filter((text) => CHINESE.test(text))
}

/** What `text('称呼', …)` makes its sentences of is no sentence itself. */
const isFieldName = (text: string): boolean => inEnglish(`请填写${text}`) !== undefined

/** Files whose every Chinese text is said to citizens as a refusal or beside a field. */
const CONTRACTS = ['common', 'deadline', 'knowledge', 'order', 'scope', 'session'].map(
  (name) => `shared-types/src/contracts/${name}.ts`,
)
/** The sentences that `text` makes of a field's name. */
const MADE = /^(7请|请填写7$)/

test.each(CONTRACTS)('%s', (file) => {
  const silent = textsOf(file).filter(
    (text) => !MADE.test(text) && !isFieldName(text) && inEnglish(text) === undefined,
  )
  expect(silent).toEqual([])
})

/** Parts of the portal that speak to citizens: sentences of refusals and of fields. */
const PORTAL = [
  'attachments/attachments.routes',
  'attachments/readPhoto',
  'cities/cities.routes',
  'identity/identity.routes',
  'notices/messageCursor',
  'orders/cursor',
  'orders/orders.routes',
  'orders/rules/closing',
  'orders/rules/information',
  'orders/submitOrder',
  'platform/http/inWords',
  'platform/http/server',
  'platform/mongo/throttle',
].map((name) => `portal-api/src/${name}.ts`)

const SENTENCE = /[\u4e00-\u9fff].*(请|不|已|没有|应|可以|需要|选择)/

test.each(PORTAL)('%s', (file) => {
  const silent = textsOf(file).filter((text) => SENTENCE.test(text) && inEnglish(text) === undefined)
  expect(silent).toEqual([])
})
