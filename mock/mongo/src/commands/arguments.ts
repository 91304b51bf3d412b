import { encode } from '../bson/codec'
import { wholeNumber } from '../bson/numbers'
import { isDoc, isNumber, typeOf, type Doc, type Value } from '../bson/value'
import { fail, notSupported } from '../errors'
import { isTruthy } from '../query/operators'

/** Fields that any command may carry; what they ask for holds anyway, or does not matter here. */
const EVERYWHERE = new Set([
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'txnNumber',
  'stmtId',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
])

/** The arguments of a command, or of one statement in it: read by name, checked by type. */
export class Arguments {
  constructor(
    /** Whose arguments they are, for messages: `find`, `update.updates`. */
    private readonly owner: string,
    readonly body: Doc,
    private readonly sequences: ReadonlyMap<string, readonly Buffer[]> = new Map(),
  ) {}

  /** Refuses every argument that the owner does not know: ignoring one would be silently different. */
  allowOnly(fields: readonly string[]): void {
    for (const [field, value] of Object.entries(this.body)) {
      if (field === 'collation') refuseCollation(value)
      else if (field === 'let') refuseVariables(value)
      else if (!fields.includes(field) && !EVERYWHERE.has(field))
        notSupported(`the argument "${field}" of ${this.owner}`)
    }
  }

  value(field: string): Value {
    return this.body[field]
  }

  string(field: string): string {
    const value = this.body[field]
    return typeof value === 'string' ? value : this.wrongType(field, 'a string')
  }

  optionalDoc(field: string): Doc | undefined {
    const value = this.body[field]
    if (value === undefined || value === null) return undefined
    return isDoc(value) ? value : this.wrongType(field, 'a document')
  }

  doc(field: string): Doc {
    return this.optionalDoc(field) ?? {}
  }

  flag(field: string, otherwise = false): boolean {
    const value = this.body[field]
    return value === undefined ? otherwise : isTruthy(value)
  }

  integer(field: string, otherwise: number): number {
    const value = this.body[field]
    if (value === undefined || value === null) return otherwise
    return isNumber(value)
      ? wholeNumber(value, `"${field}" of ${this.owner}`)
      : this.wrongType(field, 'a number')
  }

  /** A whole number that may not be negative, such as a limit. */
  count(field: string, otherwise: number): number {
    const count = this.integer(field, otherwise)
    if (count < 0)
      fail('Location51024', `BSON field '${field}' value must be >= 0, actual value '${String(count)}'`)
    return count
  }

  list(field: string): readonly Value[] {
    const value = this.body[field] ?? []
    return Array.isArray(value) ? value : this.wrongType(field, 'an array')
  }

  docs(field: string): readonly Doc[] {
    return this.list(field).map((value) =>
      isDoc(value) ? value : this.wrongType(field, 'an array of documents'),
    )
  }

  /** Documents as BSON, whether they came inside the body or beside it. */
  rawDocs(field: string): readonly Buffer[] {
    return this.sequences.get(field) ?? this.docs(field).map(encode)
  }

  private wrongType(field: string, wanted: string): never {
    return fail(
      'TypeMismatch',
      `BSON field '${this.owner}.${field}' must be ${wanted}, not ${typeOf(this.body[field])}`,
    )
  }
}

function refuseCollation(value: Value): void {
  if (isDoc(value) && value.locale !== undefined && value.locale !== 'simple') notSupported('a collation')
}

function refuseVariables(value: Value): void {
  if (isDoc(value) && Object.keys(value).length > 0) notSupported('the argument "let"')
}
