import type { Fn, RealmObject } from './realm'

export interface PropertyDefinition {
  type: unknown
  value: unknown
  observer: Fn | string | undefined
}

/** A `Component(…)` with its behaviors merged in. */
export interface ComponentDefinition {
  properties: Record<string, PropertyDefinition>
  data: RealmObject
  methods: Record<string, Fn>
  observers: [fields: string, observer: Fn][]
  lifetimes: Record<string, Fn[]>
  pageLifetimes: Record<string, Fn[]>
  multipleSlots: boolean
}

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached'] as const

const isObject = (value: unknown): value is RealmObject => typeof value === 'object' && value !== null

const section = (raw: RealmObject, name: string): RealmObject => {
  const value = raw[name]
  return isObject(value) ? value : {}
}

const readProperty = (raw: unknown): PropertyDefinition => {
  // `name: String` is short for `name: { type: String }`.
  if (!isObject(raw)) return { type: raw, value: emptyOf(raw), observer: undefined }
  const { type, observer } = raw
  return {
    type,
    value: raw.value === undefined ? emptyOf(type) : raw.value,
    observer: observer as Fn | string | undefined,
  }
}

/** Types are the constructors of the app's realm, so they are told apart by name. */
const nameOf = (type: unknown): string => (typeof type === 'function' ? type.name : '')

const emptyOf = (type: unknown): unknown => {
  switch (nameOf(type)) {
    case 'String':
      return ''
    case 'Number':
      return 0
    case 'Boolean':
      return false
    case 'Array':
      return []
    default:
      return null
  }
}

/** What a component gets when WXML passes `value` for a property: WeChat turns it into the declared type. */
export const coerce = ({ type, value: fallback }: PropertyDefinition, value: unknown): unknown => {
  if (value === undefined) return fallback
  switch (nameOf(type)) {
    case 'String':
      if (typeof value === 'string') return value
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
    case 'Number':
      return Number.isFinite(Number(value)) ? Number(value) : 0
    case 'Boolean':
      return Boolean(value)
    case 'Array':
      return Array.isArray(value) ? value : []
    default:
      return value
  }
}

const add = (lists: Record<string, Fn[]>, name: string, hook: unknown) => {
  if (typeof hook === 'function') (lists[name] ??= []).push(hook as Fn)
}

const mergeInto = (definition: ComponentDefinition, raw: RealmObject): void => {
  for (const behavior of Array.isArray(raw.behaviors) ? (raw.behaviors as unknown[]) : []) {
    if (isObject(behavior)) mergeInto(definition, behavior)
  }
  for (const [name, property] of Object.entries(section(raw, 'properties'))) {
    definition.properties[name] = readProperty(property)
  }
  Object.assign(definition.data, section(raw, 'data'))
  Object.assign(definition.methods, section(raw, 'methods'))
  for (const [fields, observer] of Object.entries(section(raw, 'observers'))) {
    definition.observers.push([fields, observer as Fn])
  }
  const lifetimes = section(raw, 'lifetimes')
  // `lifetimes` wins over the older form, which has the hooks at the top.
  for (const name of LIFETIMES) add(definition.lifetimes, name, lifetimes[name] ?? raw[name])
  for (const [name, hook] of Object.entries(section(raw, 'pageLifetimes'))) {
    add(definition.pageLifetimes, name, hook)
  }
  if (section(raw, 'options').multipleSlots === true) definition.multipleSlots = true
}

export const readComponent = (raw: RealmObject): ComponentDefinition => {
  const definition: ComponentDefinition = {
    properties: {},
    data: {},
    methods: {},
    observers: [],
    lifetimes: {},
    pageLifetimes: {},
    multipleSlots: false,
  }
  mergeInto(definition, raw)
  return definition
}
