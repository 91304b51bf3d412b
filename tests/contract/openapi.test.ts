/** docs/openapi.json is the document that the portal serves, and a right OpenAPI 3.1 document. */
import { ENDPOINTS } from '@jiesu/shared-types'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, document } from '../support/contract'

const file = join(__dirname, '../../docs/openapi.json')
const METHODS = ['get', 'post', 'delete']

/** Every operation with its place. */
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
)

test('the committed document is the generated one (UPDATE_DOCS=1 rewrites it)', () => {
  const fresh = `${JSON.stringify(document, null, 2)}\n`
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, fresh)
  expect(existsSync(file) && readFileSync(file, 'utf8') === fresh).toBe(true)
})

test('it says what OpenAPI 3.1 asks for', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/)
  expect(document.info.title).not.toBe('')
  expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(ENDPOINTS.length)
  for (const { path, method, operation } of operations) {
    expect(METHODS).toContain(method)
    const { parameters, responses, security, tags, summary } = operation as unknown as {
      parameters: { name: string; in: string; required: boolean; schema: object }[]
      responses: Record<string, { description: string }>
      security: Record<string, string[]>[]
      tags: string[]
      summary: string
    }
    // Every parameter in the path is declared, and nothing else is declared to be there.
    const inPath = parameters.filter((p) => p.in === 'path')
    expect(inPath.map((p) => p.name).sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort())
    expect(inPath.every((p) => p.required)).toBe(true)
    expect(new Set(parameters.map((p) => `${p.in} ${p.name}`)).size).toBe(parameters.length)
    expect(tags).toHaveLength(1)
    expect(summary).not.toBe('')
    for (const [status, response] of Object.entries(responses)) {
      expect(status).toMatch(/^[2-5]\d\d$/)
      expect(response.description).not.toBe('')
    }
    const schemes = (document as unknown as { components: { securitySchemes: object } }).components
      .securitySchemes
    for (const way of security) expect(Object.keys(schemes)).toEqual(expect.arrayContaining(Object.keys(way)))
  }
})

test.each(operations.map(({ path, method, operation }) => [`${method} ${path}`, operation] as const))(
  'the schemas of %s are JSON Schema 2020-12',
  (_name, operation) => {
    const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) =>
      Object.values(part?.content ?? {}),
    )
    for (const { schema } of contents) expect(() => compile(schema ?? {})).not.toThrow()
    const { parameters } = operation as unknown as { parameters: { schema: object }[] }
    for (const { schema } of parameters) expect(() => compile(schema)).not.toThrow()
  },
)

test('every operation names the problems that any operation can give', () => {
  for (const { operation } of operations) {
    const statuses = Object.keys(operation.responses)
    expect(statuses).toEqual(expect.arrayContaining(['422', '500', '503']))
    if (operation.requestBody !== undefined)
      expect(statuses).toEqual(expect.arrayContaining(['400', '413', '415']))
  }
})
