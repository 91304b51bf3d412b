/** docs/indicators.md says what is counted in the words that stand beside the figures. */
import { BOARD_COUNT_WORDS, INDICATOR_WORDS, TASK_WORDS } from '@jiesu/shared-types/vocabulary'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const text = readFileSync(join(__dirname, '../../../docs/indicators.md'), 'utf8')

test.each(Object.values(INDICATOR_WORDS))('$name', ({ name, numerator, denominator, leftOut }) => {
  expect([name, numerator, denominator, ...leftOut].filter((words) => !text.includes(words))).toEqual([])
})

test.each([...Object.values(BOARD_COUNT_WORDS), ...Object.values(TASK_WORDS)])(
  '$name',
  ({ name, counts }) => {
    expect([name, counts].filter((words) => !text.includes(words))).toEqual([])
  },
)
