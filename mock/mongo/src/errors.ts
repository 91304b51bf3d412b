/** MongoDB's error codes that drivers and Mongoose act on, by their official names. */
const CODES = {
  BadValue: 2,
  UnknownError: 8,
  FailedToParse: 9,
  TypeMismatch: 14,
  InvalidLength: 16,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  InterruptedAtShutdown: 11600,
  CommandNotSupported: 115,
  CannotIndexParallelArrays: 171,
  QueryPlanKilled: 175,
  TransactionTooOld: 225,
  SnapshotUnavailable: 246,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  Location15958: 15958,
  Location15975: 15975,
  Location17217: 17217,
  Location31249: 31249,
  Location31254: 31254,
  Location40324: 40324,
  Location40352: 40352,
  Location51024: 51024,
  Location51091: 51091,
  Location51246: 51246,
} as const

export type CodeName = keyof typeof CODES

/** An error that the client is meant to see: it travels as `{ok: 0, code, codeName, errmsg}`. */
export class MongoError extends Error {
  override readonly name = 'MongoError'
  readonly code: number

  constructor(
    readonly codeName: CodeName,
    message: string,
    /** Further fields of the reply, e.g. `keyPattern` and `keyValue` of a duplicate key. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.code = CODES[codeName]
  }
}

export const fail = (codeName: CodeName, message: string, details?: Record<string, unknown>): never => {
  throw new MongoError(codeName, message, details)
}

/** Refuses something that MongoDB can do and this engine cannot: better loud than silently different. */
export const notSupported = (what: string): never =>
  fail(
    'CommandNotSupported',
    `${what} is not supported by the embedded engine; MONGODB_URI can name a MongoDB server`,
  )
