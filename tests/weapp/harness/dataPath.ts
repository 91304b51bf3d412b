type Container = Record<string | number, unknown>

/** `root.cn.[0].cl` and `list[2].name` alike as keys. */
export const parsePath = (path: string): (string | number)[] =>
  path
    .split(/[.[\]]/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** Sets `value` at a path as `setData` does: containers that are missing on the way are made. */
export const setAtPath = (data: object, path: string, value: unknown): void => {
  const keys = parsePath(path)
  const last = keys.pop()
  if (last === undefined) throw new Error('setData: an empty data path')
  let target = data as Container
  keys.forEach((key, index) => {
    const next = target[key]
    const wantsArray = typeof (keys[index + 1] ?? last) === 'number'
    const fits = typeof next === 'object' && next !== null && (!wantsArray || Array.isArray(next))
    if (!fits) target[key] = wantsArray ? [] : {}
    target = target[key] as Container
  })
  target[last] = value
}
