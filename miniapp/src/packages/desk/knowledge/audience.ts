import {
  KNOWLEDGE_AUDIENCE_WORDS,
  KNOWLEDGE_AUDIENCES,
  type KnowledgeAudience,
} from '@jiesu/shared-types/vocabulary'

/** Imports name audiences in words of their own. */
export const sayAudience = (one: string): string =>
  one in KNOWLEDGE_AUDIENCE_WORDS ? KNOWLEDGE_AUDIENCE_WORDS[one as KnowledgeAudience] : one

/** What can be chosen: the vocabulary's, and what the entry names beyond it. */
export const audienceChoices = (chosen: readonly string[]): { id: string; name: string }[] =>
  [...new Set<string>([...KNOWLEDGE_AUDIENCES, ...chosen])].map((id) => ({ id, name: sayAudience(id) }))
