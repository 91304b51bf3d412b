export { orderWords } from './zh/order'
