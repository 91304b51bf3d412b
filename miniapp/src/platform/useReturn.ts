import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Runs whenever the reader comes back to the page; not when it opens, which loads everything by itself. */
export const useReturn = (then: () => void): void => {
  const opened = useRef(false)
  useDidShow(() => {
    if (opened.current) then()
    opened.current = true
  })
}
