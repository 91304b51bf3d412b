export { similarWords } from './zh/similar'
