import { aliasOf, indexDefinition, indexName } from './indexDefinition'

interface Definition {
  readonly settings: { readonly analysis: { readonly char_filter: { stops: { mappings: string[] } } } }
  readonly mappings: { readonly properties: Record<string, { analyzer?: string; search_analyzer?: string }> }
}
const define = (analyser: string) => indexDefinition(analyser) as Definition

test('texts are cut by the analyser asked for; ik cuts queries by the likeliest reading', () => {
  expect(define('smartcn').mappings.properties['title']).toMatchObject({
    analyzer: 'smartcn',
    search_analyzer: 'smartcn',
  })
  expect(define('ik_max_word').mappings.properties['body']).toMatchObject({
    analyzer: 'ik_max_word',
    search_analyzer: 'ik_smart',
  })
})

test('characters that carry grammar part the pairs, as in the portal', () => {
  expect(define('smartcn').settings.analysis.char_filter.stops.mappings).toEqual(
    expect.arrayContaining(['的 => \\u0020', '了 => \\u0020']),
  )
})

test('another definition has another name, the same one always the same; the alias is the same for all', () => {
  const name = indexName('jiesu', indexDefinition('smartcn'))
  expect(name).toMatch(/^jiesu-knowledge-[0-9a-f]{10}$/)
  expect(indexName('jiesu', indexDefinition('smartcn'))).toBe(name)
  expect(indexName('jiesu', indexDefinition('ik_max_word'))).not.toBe(name)
  expect(aliasOf('jiesu')).toBe('jiesu-knowledge')
})
