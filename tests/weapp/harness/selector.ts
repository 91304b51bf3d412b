import type { ViewNode } from './viewNode'

const PART = /([#.]?)([\w-]+)/gy

const matchesCompound = (node: ViewNode, compound: string): boolean => {
  const parts = [...compound.matchAll(PART)]
  if (parts.map(([text]) => text).join('') !== compound) {
    throw new Error(`the selector "${compound}" is not modelled by the harness`)
  }
  return parts.every(([, kind, name = '']) => {
    if (kind === '#') return node.id === name
    if (kind === '.') return node.classes.includes(name)
    return node.tag === name
  })
}

/** Whether a node answers to `#id`, `.class`, `tag`, their combination, and with spaces to ancestors. */
export const matches = (node: ViewNode, selector: string): boolean =>
  selector.split(',').some((alternative) => {
    const compounds = alternative
      .trim()
      .split(/\s*>>>\s*|\s+/)
      .reverse()
    const [last = '', ...around] = compounds
    if (!matchesCompound(node, last)) return false
    let outside = node.parent
    for (const compound of around) {
      outside = outside?.closest((ancestor) => matchesCompound(ancestor, compound))
      if (!outside) return false
      outside = outside.parent
    }
    return true
  })
