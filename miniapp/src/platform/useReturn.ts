import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/**
 * Runs whenever the reader comes back to the page; not when it opens, which loads everything by itself. What is drawn
 * later than the page, after a sign-in say, missed its opening, but sees it being left.
 */
export const useReturn = (then: () => void): void => {
  const left = useRef(false)
  useDidHide(() => {
    left.current = true
  })
  useDidShow(() => {
    if (!left.current) return
    left.current = false
    then()
  })
}
