import { setAtPath } from './dataPath'
import type { Realm, RealmObject } from './realm'
import type { Records } from './records'

/** Who needs to know that something is to be drawn, and when it has been. */
export interface Redraw {
  /** `then` runs after the next drawing. */
  request: (then?: () => void) => void
}

/**
 * What `setData` does: the patch crosses to the view as JSON, and only what JSON carries arrives.
 * @param changed hears the paths that were set
 */
export const setData = (
  { realm, records }: { realm: Realm; records: Records },
  target: { id: string; data: RealmObject },
  patch: unknown,
  changed: (paths: string[]) => void,
): void => {
  if (typeof patch !== 'object' || patch === null) throw new Error('setData needs an object')
  const paths = Object.keys(patch)
  const missing = paths.filter((path) => (patch as RealmObject)[path] === undefined)
  for (const path of missing) {
    records.log('warn', [`setData on ${target.id}: "${path}" is undefined, WeChat leaves it as it was`])
  }
  records.setData({ on: target.id, bytes: Buffer.byteLength(JSON.stringify(patch)), paths })
  const set = paths.filter((path) => !missing.includes(path))
  for (const path of set) {
    setAtPath(target.data, path, realm.copy((patch as RealmObject)[path]) ?? null)
  }
  changed(set)
}
