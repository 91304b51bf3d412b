/** ARCHITECTURE.md stays true: its diagram of an order's life and its list of rooms are compared with the code. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { orderLifeDiagram } from '../support/orderLifeDiagram'

const root = join(__dirname, '../..')
const file = join(root, 'ARCHITECTURE.md')
const BLOCK = /<!-- order-life -->\n[\s\S]*?\n<!-- \/order-life -->/

test('the diagram of an order’s life is the transition table’s (UPDATE_DOCS=1 rewrites it)', () => {
  const fresh = `<!-- order-life -->\n\n${orderLifeDiagram()}\n\n<!-- /order-life -->`
  if (process.env['UPDATE_DOCS'] === '1')
    writeFileSync(file, readFileSync(file, 'utf8').replace(BLOCK, fresh))
  expect(BLOCK.exec(readFileSync(file, 'utf8'))?.[0]).toBe(fresh)
})

test('every room of the portal is described, and every described room exists', () => {
  const rooms = readdirSync(join(root, 'portal-api/src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const described = [...readFileSync(file, 'utf8').matchAll(/^\| `([a-z]+)\/` +\|/gm)]
    .map((match) => match[1])
    .sort()
  expect(described).toEqual(rooms)
})
