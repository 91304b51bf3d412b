import fc from 'fast-check'
import { splitByMarks } from './splitByMarks'

test('marked words are told apart, the longest first', () => {
  expect(splitByMarks('小区停水两天', ['停水', '停'])).toEqual([
    { text: '小区', marked: false },
    { text: '停水', marked: true },
    { text: '两天', marked: false },
  ])
})

test('a mark at either end leaves no empty part', () => {
  expect(splitByMarks('停水', ['停水'])).toEqual([{ text: '停水', marked: true }])
  expect(splitByMarks('', ['停水'])).toEqual([])
})

test('characters that mean something to a pattern are taken as they stand', () => {
  expect(splitByMarks('(注)费用*2', ['(注)', '*'])).toEqual([
    { text: '(注)', marked: true },
    { text: '费用', marked: false },
    { text: '*', marked: true },
    { text: '2', marked: false },
  ])
})

test('nothing is lost or repeated, whatever the marks', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, marks) => {
      expect(
        splitByMarks(text, marks)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
