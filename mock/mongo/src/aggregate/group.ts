import { encodeKey } from '../bson/encode'
import { firstField, isDoc, type Doc, type Value } from '../bson/value'
import { fail } from '../errors'
import { StageMemory } from '../query/memory'
import { accumulatorNamed, type Accumulator, type MakeAccumulator } from './accumulators'
import { compileExpression, type Expression } from './expression'
import { ComputedItem, type Item } from './item'

interface GroupedField {
  readonly name: string
  readonly create: MakeAccumulator
  readonly input: Expression
}

interface Group {
  readonly id: Value
  readonly accumulators: readonly Accumulator[]
}

/** What a group takes besides its key, roughly. */
const GROUP_BYTES = 200

/** `$group`: one document per distinct `_id`, in the order in which the groups turn up. */
export function compileGroup(spec: Value): (items: Iterable<Item>) => Iterable<Item> {
  if (!isDoc(spec) || !('_id' in spec)) return fail('BadValue', 'a group specification must include an _id')
  const { _id, ...others } = spec
  const idOf = compileExpression(_id)
  const fields = Object.entries(others).map(([name, definition]) => compileField(name, definition))
  return function* (items) {
    const groups = new Map<string, Group>()
    const memory = new StageMemory('Group')
    for (const item of items) {
      const id = idOf(item.doc) ?? null
      const key = encodeKey(id).toString('latin1')
      let group = groups.get(key)
      if (!group) {
        memory.add(key.length + GROUP_BYTES)
        group = { id, accumulators: fields.map(({ create }) => create(memory)) }
        groups.set(key, group)
      }
      const { accumulators } = group
      fields.forEach(({ input }, position) => accumulators[position]?.add(input(item.doc)))
    }
    for (const group of groups.values()) yield new ComputedItem(groupDocument(group, fields))
  }
}

function compileField(name: string, definition: Value): GroupedField {
  const operator = isDoc(definition) ? firstField(definition) : undefined
  if (!isDoc(definition) || operator === undefined || Object.keys(definition).length !== 1)
    return fail('BadValue', `The field '${name}' must be an accumulator object`)
  return { name, create: accumulatorNamed(operator), input: compileExpression(definition[operator]) }
}

const groupDocument = ({ id, accumulators }: Group, fields: readonly GroupedField[]): Doc => ({
  _id: id,
  ...Object.fromEntries(fields.map(({ name }, position) => [name, accumulators[position]?.result()])),
})
