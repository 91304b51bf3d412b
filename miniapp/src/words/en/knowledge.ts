import type { Words } from '../language'
import type * as zh from '../zh/knowledge'

export const knowledgeWords: Words<typeof zh.knowledgeWords> = {
  searchHint: 'Answers are in Chinese; Chinese words find most',
  searchLabel: 'Find answers',
  clear: 'Clear',
  topics: 'Topics',
  allTopics: 'All topics',
  topicWith: (name, count) => `${name}, ${count} answers`,
  mostAsked: 'Often asked',
  found: (count) => (count === 1 ? '1 answer found' : `${count} answers found`),
  nothingTitle: (typed) => `Nothing found for “${typed}”`,
  nothingInTopic: (topic) => `Only “${topic}” was searched. Try all topics. `,
  nothingHelp:
    'Please try other or fewer words. You can also tell us directly, and our staff will answer you.',
  everyTopic: 'Search all topics',
  submit: 'Submit an appeal',
  call: 'Call 12345',
  notSolved: 'No answer found?',
  notSolvedHelp:
    'An appeal gets a number, with which you can follow it. If it is urgent, please call 12345, day or night.',
  stillUnsolved: 'Not solved? Submit an appeal',
  phones: 'Numbers to call',
  dial: 'Call',
  links: 'Links',
  openLink: (name) => `Open ${name}`,
  copyLink: (name) => `Copy the address of ${name}`,
  linkCopied: 'Address copied. Please open it in your browser',
  answeredBy: 'Answered by',
  source: 'Source',
  sourceWhole: 'Read the source',
  checkedOn: (date) => `Checked on ${date}`,
  related: 'Related questions',
  gone: 'This answer is no longer here',
  goneHelp: 'It may have been updated or merged. Please search for it again.',
  backToSearch: 'Back to the search',
}
