export { apiWords } from './zh/api'
