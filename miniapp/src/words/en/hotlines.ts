import type { Words } from '../language'
import type * as zh from '../zh/hotlines'

export const hotlineWords: Words<typeof zh.hotlineWords> = {
  intro: (city) =>
    `If you do not know which number to call, call 12345. These are the numbers that work in ${city} now, and those that have become part of 12345.`,
  searchHint: 'Number or name, e.g. “12333”',
  searchLabel: 'Find a hotline',
  groups: {
    emergency: 'Emergency',
    government: 'Government hotlines',
    utility: 'Water, power, gas, heating',
  },
  main: '12345 Hotline',
  merges: {
    dual: 'Number kept; 12345 works as well',
    branch: 'Hotlines with a branch centre',
    absorbed: 'Now part of 12345',
    own: 'Hotlines on their own',
  },
  mergeHelp: {
    dual: 'Two numbers: you can call the old number or 12345.',
    branch: 'Branch centre: answered by the department’s own centre, which works together with 12345.',
    absorbed: 'Merged: 12345 has taken over this number. Please call 12345.',
    own: 'Not part of 12345: answered by the department itself.',
  },
  states: {
    'in-service': 'Call directly',
    'answered-by-12345': 'Answered by 12345',
    cancelled: 'No longer in use',
    'not-local': 'Not answered locally',
  },
  unit: (name) => `Responsible unit: ${name}`,
  plan: 'What the document says about this line',
  count: (count) => `${count}`,
  nothingTitle: (typed) => `Nothing found for “${typed}”`,
  nothingHelp: 'If you are not sure who is responsible, call 12345. It is answered day and night.',
}
