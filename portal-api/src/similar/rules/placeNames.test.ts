import { placeNames } from './placeNames'

test.each([
  ['芝罘屯路路口自来水漏水', ['芝罘屯路']],
  ['反映莱山区示范小区楼下油烟扰民', ['示范小区']],
  ['请问泉星公园和凉塘路什么时候动工', ['泉星公园', '凉塘路']],
  ['门口漏水，麻烦尽快来修', []],
])('%s', (text, expected) => {
  expect(placeNames(text)).toEqual(expected)
})
