/** The index that holds the entries: its fields, how their texts are cut, and its name. */
import { createHash } from 'node:crypto'
import { STOP_CHARACTERS } from '../rules/tokens'

/** Raised when `asDocument.ts` makes something else of the same entry, so that a new index is filled. */
const SHAPE = 1

/** What a query is cut by, where that differs from how texts are cut: texts by all readings, queries by the likeliest. */
const SEARCH_ANALYSERS: Readonly<Record<string, string>> = { ik_max_word: 'ik_smart' }

/**
 * Every text is cut twice: into words by the analyser of the settings, and into pairs of characters by the engine's own
 * means, as `rules/tokens.ts` cuts them. The pairs find what the dictionary does not know, and are the terms by which
 * `rules/relevance.ts` judges.
 */
export const indexDefinition = (analyser: string): object => {
  const searchAnalyser = SEARCH_ANALYSERS[analyser] ?? analyser
  const words = { type: 'text', analyzer: analyser, search_analyzer: searchAnalyser }
  const pairs = { type: 'text', analyzer: 'pairs' }
  const text = { ...words, fields: { pairs }, copy_to: 'everything' }
  const keyword = { type: 'keyword' }
  // Looked up by their beginnings only: nothing is sorted or counted by them.
  const beginning = { type: 'keyword', doc_values: false, norms: false }
  return {
    settings: {
      // The statistics of one shard are those of all entries; fifty thousand entries are a small shard.
      number_of_shards: 1,
      refresh_interval: '1s',
      analysis: {
        char_filter: {
          stops: {
            type: 'mapping',
            mappings: [...STOP_CHARACTERS].map((sign) => `${sign} => \\u0020`),
          },
        },
        analyzer: {
          pairs: {
            type: 'custom',
            char_filter: ['stops'],
            tokenizer: 'standard',
            filter: ['cjk_width', 'lowercase', 'cjk_bigram'],
          },
        },
      },
    },
    mappings: {
      // A portal of another version may have more fields.
      dynamic: false,
      _meta: { shape: SHAPE },
      properties: {
        key: keyword,
        city: keyword,
        topic: keyword,
        districts: keyword,
        audience: keyword,
        title: text,
        phrasings: text,
        shortAnswer: text,
        body: { ...words, copy_to: 'everything' },
        everything: { ...pairs, index_options: 'freqs' },
        characters: { type: 'keyword', split_queries_on_whitespace: true },
        begins: beginning,
        holds: beginning,
        heard: beginning,
        initials: beginning,
        digest: { type: 'keyword', index: false, doc_values: false },
      },
    },
  }
}

/** What searches and changes go to, whichever index stands behind it. */
export const aliasOf = (prefix: string): string => `${prefix}-knowledge`

/** Another definition is another index: it is filled beside the old one before it takes its place. */
export const indexName = (prefix: string, definition: object): string =>
  `${aliasOf(prefix)}-${createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 10)}`
