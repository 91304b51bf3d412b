import { fail } from '../errors'
import { toDouble } from '../bson/numbers'
import { isNumber, RANK_OF_TYPE, show, typeOf, type TypeName, type Value } from '../bson/value'

const NUMERIC_CODES: Readonly<Record<string, TypeName>> = {
  '1': 'double',
  '2': 'string',
  '3': 'object',
  '4': 'array',
  '5': 'binData',
  '6': 'undefined',
  '7': 'objectId',
  '8': 'bool',
  '9': 'date',
  '10': 'null',
  '11': 'regex',
  '13': 'javascript',
  '14': 'symbol',
  '16': 'int',
  '17': 'timestamp',
  '18': 'long',
  '19': 'decimal',
  '-1': 'minKey',
  '127': 'maxKey',
}

const NUMBERS: readonly TypeName[] = ['int', 'long', 'double', 'decimal']

/** `$type`: an alias such as "string", a numeric code, "number" for all four, or a list of these. */
export function typeTest(operand: Value): (value: Value) => boolean {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typesNamed))
  return (value) => value !== undefined && wanted.has(typeOf(value))
}

function typesNamed(name: Value): readonly TypeName[] {
  if (name === 'number') return NUMBERS
  if (typeof name === 'string' && name in RANK_OF_TYPE) return [name as TypeName]
  const type = isNumber(name) ? NUMERIC_CODES[String(toDouble(name))] : undefined
  return type ? [type] : fail('BadValue', `Unknown type name alias: ${show(name)}`)
}
