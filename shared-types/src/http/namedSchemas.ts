/** JSON Schemas of the contracts, each contract once and under its own name, as OpenAPI's components have it. */
import * as z from 'zod/mini'
import * as board from '../contracts/board'
import * as city from '../contracts/city'
import * as common from '../contracts/common'
import * as deadline from '../contracts/deadline'
import * as desk from '../contracts/desk'
import * as exchange from '../contracts/exchange'
import * as knowledge from '../contracts/knowledge'
import * as knowledgeDesk from '../contracts/knowledgeDesk'
import * as knowledgeImport from '../contracts/knowledgeImport'
import * as knowledgePush from '../contracts/knowledgePush'
import * as knowledgeProposals from '../contracts/knowledgeProposals'
import * as live from '../contracts/live'
import * as notices from '../contracts/notices'
import * as order from '../contracts/order'
import * as petition from '../contracts/petition'
import * as place from '../contracts/place'
import * as scope from '../contracts/scope'
import * as session from '../contracts/session'
import * as similar from '../contracts/similar'
import * as simulation from '../contracts/simulation'

export type Json = Record<string, unknown>

const names = z.registry<{ id: string }>()
for (const contracts of [
  board,
  city,
  common,
  deadline,
  desk,
  exchange,
  knowledge,
  knowledgeDesk,
  knowledgeImport,
  knowledgePush,
  knowledgeProposals,
  live,
  notices,
  order,
  petition,
  place,
  scope,
  session,
  similar,
  simulation,
])
  for (const [id, contract] of Object.entries(contracts))
    if (contract instanceof z.ZodMiniObject) names.add(contract, { id })

const PLACE = '#/components/schemas/'

/** What is asked for may leave out what has a default; what is answered never does: two schemas of one contract. */
const nameFor = (id: string, io: 'input' | 'output'): string =>
  io === 'input' && !id.endsWith('Input') ? `${id}Input` : id

/** The same schema with its references to where they will stand. */
const placed = (value: unknown, io: 'input' | 'output'): unknown => {
  if (Array.isArray(value)) return value.map((item) => placed(item, io))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string'
        ? [key, PLACE + nameFor(inner.replace('#/$defs/', ''), io)]
        : [key, placed(inner, io)],
    ),
  )
}

export interface NamedSchemas {
  /** The schema of what is sent, with nothing taken out of it. */
  whole(schema: z.ZodMiniType): Json
  /** The schema itself, or a reference to it when its contract has a name. */
  of(schema: z.ZodMiniType, io: 'input' | 'output'): Json
  /** All named schemas that were referred to so far, by name. */
  readonly components: Json
}

export const namedSchemas = (): NamedSchemas => {
  const components: Json = {}
  return {
    components,
    whole: (schema) => {
      const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
        target: 'draft-2020-12',
      }) as Json
      return json
    },
    of: (schema, io) => {
      const json = z.toJSONSchema(schema, {
        io,
        metadata: names,
        unrepresentable: 'any',
        target: 'draft-2020-12',
      }) as Json
      const { $schema: _dialect, $defs = {}, ...rest } = json
      for (const [id, definition] of Object.entries($defs as Json))
        components[nameFor(id, io)] = placed(definition, io)
      return placed(rest, io) as Json
    },
  }
}
