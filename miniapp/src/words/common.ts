export { commonWords } from './zh/common'
