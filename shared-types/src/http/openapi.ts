/** The OpenAPI 3.1 document, made from the endpoints: nobody writes an address or a schema twice. */
import type * as z from 'zod/mini'
import { Problem } from '../contracts/common'
import { ExchangeEvent } from '../contracts/exchange'
import type { Access, Endpoint } from './endpoint'
import { type Json, namedSchemas, type NamedSchemas } from './namedSchemas'

const SECURITY: Record<Access, Json[]> = {
  public: [],
  requester: [{ session: [] }],
  order: [{ session: [] }, { orderAccess: [] }],
  staff: [{ session: [] }],
  system: [{ system: [] }],
}

const NOT_SIGNED_IN = ['sign-in-required', 'session-expired']
/** What those without the right token are told. */
const ACCESS_REFUSALS: Record<Access, readonly string[]> = {
  public: [],
  requester: NOT_SIGNED_IN,
  order: NOT_SIGNED_IN,
  staff: NOT_SIGNED_IN,
  system: ['wrong-credentials'],
}

const parameters = (
  schemas: NamedSchemas,
  schema: z.ZodMiniType | undefined,
  where: 'path' | 'query',
): Json[] => {
  if (schema === undefined) return []
  const json = schemas.whole(schema) as { properties?: Record<string, Json>; required?: string[] }
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
  const access = ACCESS_REFUSALS[endpoint.access]
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

const requestBody = (schemas: NamedSchemas, endpoint: Endpoint): Json => {
  if (endpoint.body !== undefined)
    return {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemas.of(endpoint.body, 'input') } },
      },
    }
  if (endpoint.upload === undefined) return {}
  const properties = { [endpoint.upload]: { type: 'string', contentMediaType: 'application/octet-stream' } }
  const schema = { type: 'object', properties, required: [endpoint.upload] }
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
}

/** What a successful answer holds. JSON Schema names the shape of a text's content (2020-12, `contentSchema`). */
const answerOf = (schemas: NamedSchemas, { response, events, produces }: Endpoint): Json => {
  if (events !== undefined) {
    const data = schemas.of(events, 'output')
    const schema = { type: 'string', contentMediaType: 'text/event-stream', contentSchema: data }
    return { content: { 'text/event-stream': { schema } } }
  }
  return response === null
    ? {}
    : { content: { [produces ?? 'application/json']: { schema: schemas.of(response, 'output') } } }
}

const operation = (
  schemas: NamedSchemas,
  endpoint: Endpoint,
  statusOf: (refusal: string) => number,
): Json => ({
  operationId: endpoint.id,
  tags: [endpoint.tag],
  summary: endpoint.summary,
  security: SECURITY[endpoint.access],
  parameters: [
    ...parameters(schemas, endpoint.params, 'path'),
    ...parameters(schemas, endpoint.query, 'query'),
  ],
  ...requestBody(schemas, endpoint),
  responses: {
    [String(endpoint.status)]: {
      description: 'OK',
      ...answerOf(schemas, endpoint),
    },
    ...failures(endpoint, statusOf),
  },
})

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

/** What the portal itself sends: events of orders, to the registered systems of their units (docs/exchange.md). */
const webhooks = (schemas: NamedSchemas): Json => ({
  orderEvent: {
    post: {
      operationId: 'orderEvent',
      tags: ['部门系统对接'],
      summary: '推送一个工单事件；5 秒内以 2xx 回答即为收到，否则稍后再推',
      parameters: [
        header('X-Jiesu-Timestamp', '签名时刻，Unix 秒'),
        header('X-Jiesu-Signature', 'v1=<hex HMAC-SHA256(密钥, 时刻 + "." + 请求体)>'),
        header('X-Jiesu-Delivery', '事件编号；同一事件可能推送多次，请按它去重'),
        header('X-Jiesu-Event', '事件类型'),
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemas.of(ExchangeEvent, 'output') } },
      },
      responses: { '2XX': { description: '已收到' } },
    },
  },
})

const byName = (components: Json): Json =>
  Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)))

export const openApiDocument = (
  endpoints: readonly Endpoint[],
  options: { readonly version: string; readonly statusOf: (refusal: string) => number },
): Json => {
  const schemas = namedSchemas()
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(schemas, endpoint, options.statusOf),
    }
  schemas.of(Problem, 'output')
  const pushed = webhooks(schemas)
  return {
    openapi: '3.1.0',
    info: {
      title: '接诉 12345 自助服务 API',
      version: options.version,
      description:
        '公众提交诉求、凭编号查询、查知识、评价结果；热线与承办单位闭环办理。错误一律为 RFC 9457 problem+json。给市民的回答按 Accept-Language 说中文（默认）或英文。时间为带时区的 ISO 8601。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    webhooks: pushed,
    components: {
      schemas: byName(schemas.components),
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: '登录后得到的 token' },
        system: { type: 'http', scheme: 'bearer', description: '部门系统接入时给出的令牌' },
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
