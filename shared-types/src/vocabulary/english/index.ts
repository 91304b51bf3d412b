export * from './phrases'
export * from './wording'
export * from './words'
