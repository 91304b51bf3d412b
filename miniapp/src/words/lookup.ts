export { lookupWords } from './zh/lookup'
