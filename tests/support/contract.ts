/** Judges answers by the contract: the OpenAPI document's JSON schemas, as any client outside would read them. */
import type { Endpoint } from '@jiesu/shared-types'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import { makeOpenApi } from '../../portal-api/src/platform/http/documentation'

interface Content {
  readonly content?: Record<string, { readonly schema?: object }>
}
interface Operation {
  readonly operationId: string
  readonly requestBody?: Content
  readonly responses: Record<string, Content>
}
export interface Document {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, object> }
}

export const document = makeOpenApi() as unknown as Document

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
// References lead to the document's components, which go along with every schema.
ajv.addKeyword('components')

const compiled = new Map<object, ValidateFunction>()
export const compile = (schema: object): ValidateFunction => {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  const fresh = ajv.compile({ ...schema, components: document.components })
  compiled.set(schema, fresh)
  return fresh
}

/** What is wrong with a value, one line a finding; none when it is right. */
export const findings = (schema: object, value: unknown): string[] => {
  const validate = compile(schema)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    (e) => `${e.instancePath || '/'} ${e.message ?? ''} ${JSON.stringify(e.params)}`,
  )
}

const responseSchema = (endpoint: Endpoint): object | undefined =>
  document.paths[endpoint.path]?.[endpoint.method.toLowerCase()]?.responses[String(endpoint.status)]
    ?.content?.[endpoint.produces ?? 'application/json']?.schema

/** @throws when a successful answer is not what the endpoint promises; fields that it does not name count, too. */
export const judgeAnswer = (endpoint: Endpoint, body: unknown): void => {
  const schema = responseSchema(endpoint)
  const wrong = schema === undefined ? (body === '' ? [] : ['no body was promised']) : findings(schema, body)
  const parsed = endpoint.response?.safeParse(body)
  if (parsed?.success === false)
    wrong.push(...parsed.error.issues.map((issue) => `zod ${issue.path.join('/')} ${issue.message}`))
  if (wrong.length > 0) throw new Error(`${endpoint.id} breaks its contract:\n${wrong.join('\n')}`)
}

/** @throws when the data of an event are not what the endpoint promises. */
export const judgeEvent = (endpoint: Endpoint, data: unknown): void => {
  const content =
    document.paths[endpoint.path]?.[endpoint.method.toLowerCase()]?.responses[String(endpoint.status)]
      ?.content?.['text/event-stream']?.schema
  const { contentSchema } = (content ?? {}) as { contentSchema?: object }
  const wrong = contentSchema === undefined ? ['no events were promised'] : findings(contentSchema, data)
  if (wrong.length > 0) throw new Error(`${endpoint.id} breaks its contract:\n${wrong.join('\n')}`)
}

const CHINESE = /\p{Script=Han}/u

/** @throws when an answer above 399 is no problem as RFC 9457 and the contract have it. */
export const judgeProblem = (
  status: number,
  contentType: string | null,
  body: unknown,
  language: string | null = null,
): void => {
  const wrong: string[] = []
  if (!/^application\/problem\+json\b/.test(contentType ?? ''))
    wrong.push(`content type ${String(contentType)}`)
  wrong.push(...findings(document.components.schemas['Problem'] ?? {}, body))
  const { title, detail, fields, ...problem } = body as {
    status: number
    type: string
    code: string
    title: string
    detail?: string
    fields?: { path: string; message: string }[]
  }
  if (problem.status !== status) wrong.push(`status ${String(problem.status)} in the body of a ${status}`)
  if (problem.type !== `/docs/problems#${problem.code}`) wrong.push(`type ${problem.type} of ${problem.code}`)
  for (const words of [title, detail, ...(fields ?? []).map((field) => field.message)])
    if (words === undefined || CHINESE.test(words) === (language === 'en'))
      wrong.push(`not in ${language === 'en' ? 'English' : 'Chinese'}: ${String(words)}`)
  for (const { path } of fields ?? []) if (!/^(\/[^/]*)*$/.test(path)) wrong.push(`no JSON Pointer: ${path}`)
  if (wrong.length > 0) throw new Error(`not a right problem: ${JSON.stringify(body)}\n${wrong.join('\n')}`)
}
