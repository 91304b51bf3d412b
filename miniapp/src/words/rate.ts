export { rateWords } from './zh/rate'
