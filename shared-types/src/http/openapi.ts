/** The OpenAPI 3.1 document, made from the endpoints: nobody writes an address or a schema twice. */
import * as z from 'zod/mini'
import { Problem } from '../contracts/common'
import { type Access, type Endpoint } from './endpoint'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json
  return json
}

const SECURITY: Record<Access, Json[]> = {
  public: [],
  requester: [{ session: [] }],
  order: [{ session: [] }, { orderAccess: [] }],
  staff: [{ session: [] }],
}

const parameters = (schema: z.ZodMiniType | undefined, where: 'path' | 'query'): Json[] => {
  if (schema === undefined) return []
  const json = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(json.properties ?? {}).map(([name, value]) => ({
    name,
    in: where,
    required: where === 'path' || (json.required ?? []).includes(name),
    schema: value,
  }))
}

/** `statusOf` tells the HTTP status of a refusal; several refusals can share one. */
const failures = (endpoint: Endpoint, statusOf: (refusal: string) => number): Json => {
  const always = ['invalid-input', 'storage-unavailable', 'internal']
  const access = endpoint.access === 'public' ? [] : ['sign-in-required', 'session-expired']
  const takesContent = endpoint.body !== undefined || endpoint.upload !== undefined
  const content = takesContent ? ['malformed-body', 'body-too-large', 'unsupported-media'] : []
  const byStatus = new Map<number, string[]>()
  for (const refusal of new Set([...always, ...access, ...content, ...endpoint.refusals]))
    byStatus.set(statusOf(refusal), [...(byStatus.get(statusOf(refusal)) ?? []), refusal])
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const requestBody = (endpoint: Endpoint): Json => {
  if (endpoint.body !== undefined)
    return {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
      },
    }
  if (endpoint.upload === undefined) return {}
  const properties = { [endpoint.upload]: { type: 'string', contentMediaType: 'application/octet-stream' } }
  const schema = { type: 'object', properties, required: [endpoint.upload] }
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
}

const operation = (endpoint: Endpoint, statusOf: (refusal: string) => number): Json => ({
  operationId: endpoint.id,
  tags: [endpoint.tag],
  summary: endpoint.summary,
  security: SECURITY[endpoint.access],
  parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
  ...requestBody(endpoint),
  responses: {
    [String(endpoint.status)]: {
      description: 'OK',
      ...(endpoint.response === null
        ? {}
        : { content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } } }),
    },
    ...failures(endpoint, statusOf),
  },
})

export const openApiDocument = (
  endpoints: readonly Endpoint[],
  options: { readonly version: string; readonly statusOf: (refusal: string) => number },
): Json => {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(endpoint, options.statusOf),
    }
  return {
    openapi: '3.1.0',
    info: {
      title: '接诉 12345 自助服务 API',
      version: options.version,
      description:
        '公众提交诉求、凭编号查询、查知识、评价结果；热线与承办单位闭环办理。错误一律为 RFC 9457 problem+json。时间为带时区的 ISO 8601。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: '登录后得到的 token' },
        orderAccess: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Order-Access',
          description: '提交或凭编号查询后得到的 accessToken，只打开这一件工单',
        },
      },
    },
  }
}
