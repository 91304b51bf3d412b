/** An index's definition, read as the engine reads it: which fields there are, and how each is cut and kept. */
import { type Analyse, byWhitespace, INSTALLED, pairsAfter, whole } from './analysis'
import { type Fields, isObject, listOf, objectOf, only, Refusal, textOf, unknown } from './refusal'

export interface Field {
  readonly type: 'text' | 'keyword'
  readonly indexing: Analyse
  readonly searching: Analyse
  readonly indexed: boolean
  /** Can be sorted and counted by. */
  readonly docValues: boolean
  /** Longer values weigh less. */
  readonly norms: boolean
}

export interface Mapping {
  readonly fields: ReadonlyMap<string, Field>
  /** Field of the document → the fields that its values go into. */
  readonly into: ReadonlyMap<string, readonly string[]>
  /** Milliseconds until what was written is found by itself. */
  readonly refreshMs: number
}

const cannot = (reason: string): Refusal =>
  new Refusal(400, 'mapper_parsing_exception', `Failed to parse mapping: ${reason}`)

/** `的 => \u0020` */
const readRule = (rule: string): [string, string] => {
  const [from = '', to = ''] = rule.split('=>').map((side) => side.trim())
  return [
    from,
    to.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  ]
}

/** The custom analysers of the settings: pairs of characters, after a filter that replaces signs. */
const readAnalysers = (analysis: Fields): Map<string, Analyse> => {
  only(analysis, ['char_filter', 'analyzer'], 'analysis')
  const filters = new Map(
    Object.entries(objectOf(analysis['char_filter'] ?? {}, 'char_filter')).map(([name, given]) => {
      const filter = objectOf(given, name)
      only(filter, ['type', 'mappings'], `char_filter ${name}`)
      if (filter['type'] !== 'mapping') throw unknown(`char_filter of type ${String(filter['type'])}`)
      return [name, listOf(filter['mappings']).map((rule) => readRule(textOf(rule, 'a mapping')))] as const
    }),
  )
  return new Map(
    Object.entries(objectOf(analysis['analyzer'] ?? {}, 'analyzer')).map(([name, given]) => {
      const { type, char_filter: before, tokenizer, filter, ...rest } = objectOf(given, name)
      only(rest, [], `analyzer ${name}`)
      const tokenFilters = listOf(filter).join(' ')
      if (type !== 'custom' || tokenizer !== 'standard' || tokenFilters !== 'cjk_width lowercase cjk_bigram')
        throw unknown(`an analyzer like ${name}`)
      const replaced = new Map(
        listOf(before).flatMap((one) => {
          const rules = filters.get(String(one))
          if (rules === undefined)
            throw new Refusal(
              400,
              'illegal_argument_exception',
              `Custom Analyzer [${name}] failed to find char_filter under name [${String(one)}]`,
            )
          return rules
        }),
      )
      return [name, pairsAfter(replaced)] as const
    }),
  )
}

const TEXT = ['type', 'analyzer', 'search_analyzer', 'fields', 'copy_to', 'index_options', 'norms']
const KEYWORD = ['type', 'index', 'doc_values', 'norms', 'split_queries_on_whitespace', 'copy_to']

const readField = (name: string, given: Fields, analysers: ReadonlyMap<string, Analyse>): Field => {
  const analyserOf = (named: unknown): Analyse => {
    const found = analysers.get(String(named)) ?? INSTALLED.get(String(named))
    if (found === undefined) throw cannot(`analyzer [${String(named)}] has not been configured in mappings`)
    return found
  }
  if (given['type'] === 'text') {
    only(given, TEXT, `field ${name}`)
    const indexing = analyserOf(given['analyzer'])
    const searching = given['search_analyzer'] === undefined ? indexing : analyserOf(given['search_analyzer'])
    return {
      type: 'text',
      indexing,
      searching,
      indexed: true,
      docValues: false,
      norms: given['norms'] !== false,
    }
  }
  if (given['type'] === 'keyword') {
    only(given, KEYWORD, `field ${name}`)
    return {
      type: 'keyword',
      indexing: whole,
      searching: given['split_queries_on_whitespace'] === true ? byWhitespace : whole,
      indexed: given['index'] !== false,
      docValues: given['doc_values'] !== false,
      norms: false,
    }
  }
  throw unknown(`a field of type ${String(given['type'])}`)
}

/** @throws Refusal as the engine refuses a definition. */
export const readMapping = (definition: Fields): Mapping => {
  only(definition, ['settings', 'mappings', 'aliases'], 'the definition')
  const settings = objectOf(definition['settings'] ?? {}, 'settings')
  only(settings, ['number_of_shards', 'number_of_replicas', 'refresh_interval', 'analysis'], 'settings')
  const analysers = readAnalysers(objectOf(settings['analysis'] ?? {}, 'analysis'))
  const mappings = objectOf(definition['mappings'] ?? {}, 'mappings')
  only(mappings, ['dynamic', '_meta', 'properties'], 'mappings')
  if (mappings['dynamic'] !== false) throw unknown('a mapping that grows by itself')

  const fields = new Map<string, Field>()
  const into = new Map<string, string[]>()
  for (const [name, value] of Object.entries(objectOf(mappings['properties'] ?? {}, 'properties'))) {
    const given = objectOf(value, name)
    fields.set(name, readField(name, given, analysers))
    const sub = isObject(given['fields']) ? Object.entries(given['fields']) : []
    for (const [ending, one] of sub)
      fields.set(`${name}.${ending}`, readField(ending, objectOf(one, ending), analysers))
    into.set(name, [
      name,
      ...sub.map(([ending]) => `${name}.${ending}`),
      ...listOf(given['copy_to']).map((other) => textOf(other, 'copy_to')),
    ])
  }
  const seconds = /^(\d+)s$/.exec(textOf(settings['refresh_interval'] ?? '1s', 'refresh_interval'))
  if (seconds === null) throw unknown('a refresh_interval that is not in whole seconds')
  return { fields, into, refreshMs: Number(seconds[1]) * 1000 }
}

/** The only index and alias names that make sense here. */
export const checkName = (name: string): void => {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name))
    throw new Refusal(400, 'invalid_index_name_exception', `Invalid index name [${name}]`)
}
