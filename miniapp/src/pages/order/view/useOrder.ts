import type { OrderView } from '@jiesu/shared-types'
import { stopPullDownRefresh, useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { call } from '../../../api/client'
import { useRemote, type Remote } from '../../../api/useRemote'

const REFRESH_MS = 30_000

/** An order, read again every 30 s while the page is looked at, on return and when pulled down. */
export const useOrder = (number: string): Remote<OrderView> => {
  const order = useRemote(
    number === '' ? null : `order:${number}`,
    () => call('getOrder', { params: { number } }),
    {
      keep: true,
    },
  )
  const { reload } = order
  const looking = useRef(true)
  const opened = useRef(false)
  useDidShow(() => {
    looking.current = true
    if (opened.current) void reload()
    opened.current = true
  })
  useDidHide(() => {
    looking.current = false
  })
  usePullDownRefresh(() => {
    void reload().finally(() => {
      stopPullDownRefresh()
    })
  })
  useEffect(() => {
    const timer = setInterval(() => {
      if (looking.current) void reload()
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [reload])
  return order
}
