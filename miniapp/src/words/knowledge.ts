import { inLanguage } from './language'
import { knowledgeWords as knowledgeZh } from './zh/knowledge'

export const knowledgeWords = inLanguage('knowledgeWords', knowledgeZh)
