import type { KnowledgeAudience } from '@jiesu/shared-types/vocabulary'
import { KNOWLEDGE_AUDIENCE_WORDS } from '../../words/vocabulary'

/** An audience by its name; what an import named in words of its own, as it stands. */
export const sayAudience = (one: string): string =>
  one in KNOWLEDGE_AUDIENCE_WORDS ? KNOWLEDGE_AUDIENCE_WORDS[one as KnowledgeAudience] : one
