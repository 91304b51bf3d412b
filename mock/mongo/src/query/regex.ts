import type { BSONRegExp } from 'bson'
import { fail, notSupported } from '../errors'

/**
 * Compiles a BSON regular expression. The engine has JavaScript's dialect, not PCRE's: options i, m, s and u,
 * also as a group at the start like `(?i)`; the extended option x is refused.
 */
export function compileRegex(pattern: string, options: string): RegExp {
  const inline = /^\(\?([a-z]+)\)/.exec(pattern)
  const source = inline ? pattern.slice(inline[0].length) : pattern
  const flags = flagsFrom(options + (inline?.[1] ?? ''))
  try {
    return new RegExp(source, `${flags}u`)
  } catch {
    return withoutUnicodeRules(source, flags)
  }
}

/** Unicode mode refuses harmless escapes such as `\-`, which PCRE and drivers allow. */
function withoutUnicodeRules(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags)
  } catch (error) {
    return fail('Location51091', `Regular expression is invalid: ${(error as Error).message}`)
  }
}

function flagsFrom(options: string): string {
  const flags = new Set<string>()
  for (const option of options) {
    if (option === 'i' || option === 'm' || option === 's') flags.add(option)
    else if (option !== 'u') notSupported(`the regular expression option ${option}`)
  }
  return [...flags].join('')
}

/**
 * The literal text that every match of a case-sensitive pattern starts with (`^abc` → `abc`), if any: it
 * narrows an index scan.
 */
export function literalPrefix(regex: BSONRegExp): string | undefined {
  if (regex.options !== '' || regex.pattern.includes('|')) return undefined
  const match = /^\^([^\\^$.*+?()[\]{}|]+)(.?)/su.exec(regex.pattern)
  const [, literal = '', next = ''] = match ?? []
  const certain = '*?{'.includes(next) && next !== '' ? [...literal].slice(0, -1).join('') : literal
  return certain === '' ? undefined : certain
}
