import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

const SOURCES = join(__dirname, '..')
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/
/** Catalogues, and the desk, which speaks Chinese alone. */
const ELSEWHERE = /^(words|packages)\//
/** Tests and what only they read: fixtures speak as the portal does. */
const OF_TESTS = /(\.test\.tsx?|\/testSupport\.ts)$/

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !OF_TESTS.test(file) && !ELSEWHERE.test(file),
)

/** Everything in a source file that could reach a reader: texts, parts of templates, words between tags. */
const textsOf = (file: string): string[] => {
  const source = ts.createSourceFile(file, readFileSync(join(SOURCES, file), 'utf8'), ts.ScriptTarget.Latest)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node))
      found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

test('citizens’ pages have no texts of their own: all stand in the catalogues', () => {
  expect(files.length).toBeGreaterThan(150)
  const own = files.flatMap((file) =>
    textsOf(file)
      .filter((text) => CHINESE.test(text))
      .map((text) => `${relative('.', file)}: ${text}`),
  )
  expect(own).toEqual([])
})

test('every page of citizens is drawn anew when the language changes', () => {
  const pages = files.filter((file) => /^pages\/[^/]+\/[^/]+\/index\.tsx$/.test(file))
  expect(pages.length).toBeGreaterThan(10)
  expect(
    pages.filter((file) => !readFileSync(join(SOURCES, file), 'utf8').includes(' useLanguage()')),
  ).toEqual([])
})

test('words are read where they are shown, not when a module is loaded', () => {
  const frozen = files.flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(SOURCES, file), 'utf8'),
      ts.ScriptTarget.Latest,
    )
    const catalogues = new Set<string>()
    const caught: string[] = []
    const look = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return
      if (ts.isIdentifier(node) && catalogues.has(node.text)) caught.push(`${file}: ${node.text}`)
      ts.forEachChild(node, look)
    }
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement)) {
        look(statement)
        continue
      }
      const from = (statement.moduleSpecifier as ts.StringLiteral).text
      const names = statement.importClause?.namedBindings
      if (!/\/words\/(?!\w*[lL]anguage$)\w+$/.test(from) || names === undefined || !ts.isNamedImports(names))
        continue
      names.elements.forEach(({ name }) => catalogues.add(name.text))
    }
    return caught
  })
  expect(frozen).toEqual([])
})
