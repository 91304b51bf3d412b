/** `_bulk`: lines of `update` with `doc_as_upsert`, and of `delete`; each has an outcome of its own. */
import type { MockIndex, Written } from './mockIndex'
import { type Fields, missingIndex, objectOf, only, Refusal, single, textOf, unknown } from './refusal'
import { SHARDS } from './search'

/** Gives the error with which an item is refused instead of being written. */
export type StrikeItem = (id: string) => Refusal | undefined

interface Action {
  readonly kind: 'update' | 'delete'
  readonly id: string
  readonly doc: Fields
}

const parse = (line: string): Fields => {
  try {
    return objectOf(JSON.parse(line), 'a line')
  } catch {
    throw new Refusal(400, 'illegal_argument_exception', 'Malformed action/metadata line')
  }
}

const readActions = (lines: string): Action[] => {
  if (!lines.endsWith('\n'))
    throw new Refusal(
      400,
      'illegal_argument_exception',
      'The bulk request must be terminated by a newline [\\n]',
    )
  const rows = lines.slice(0, -1).split('\n')
  const actions: Action[] = []
  for (let i = 0; i < rows.length; i += 1) {
    const [kind, meta] = single(parse(rows[i] ?? ''), 'an action')
    const { _id, retry_on_conflict: _retries, ...rest } = objectOf(meta, kind)
    only(rest, [], 'the action')
    const id = textOf(_id, '_id')
    if (Buffer.byteLength(id) > 512)
      throw new Refusal(400, 'action_request_validation_exception', `id [${id}] is too long`)
    if (kind === 'delete') {
      actions.push({ kind, id, doc: {} })
      continue
    }
    if (kind !== 'update') throw unknown(`the bulk action [${kind}]`)
    i += 1
    const { doc, doc_as_upsert: upserts, ...others } = parse(rows[i] ?? '')
    only(others, [], 'the update')
    if (upserts !== true) throw unknown('an update without doc_as_upsert')
    actions.push({ kind, id, doc: objectOf(doc, 'doc') })
  }
  return actions
}

const STATUS: Readonly<Record<Written, number>> = {
  created: 201,
  updated: 200,
  noop: 200,
  deleted: 200,
  not_found: 404,
}

/** @param index undefined where the target is not what the request asks for. */
export const bulk = (
  target: string,
  index: MockIndex | undefined,
  lines: string,
  strike: StrikeItem,
): { readonly body: object; readonly written: number } => {
  let written = 0
  let errors = false
  const items = readActions(lines).map(({ kind, id, doc }) => {
    const refusal = index === undefined ? missingIndex(target) : strike(id)
    if (index === undefined || refusal !== undefined) {
      errors = true
      const { type, message, status } = refusal ?? missingIndex(target)
      return { [kind]: { _index: index?.name ?? target, _id: id, status, error: { type, reason: message } } }
    }
    const result = kind === 'update' ? index.upsert(id, doc) : index.delete(id)
    if (result !== 'noop' && result !== 'not_found') written += 1
    return {
      [kind]: {
        _index: index.name,
        _id: id,
        _version: index.versionOf(id),
        result,
        _shards: SHARDS,
        _seq_no: index.lastSequence,
        _primary_term: 1,
        status: STATUS[result],
      },
    }
  })
  return { body: { took: 1, errors, items }, written }
}
