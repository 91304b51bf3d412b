export { knowledgeWords } from './zh/knowledge'
