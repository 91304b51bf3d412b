/** Periods that can be chosen, as first and last day in Shanghai. */
import { DAY_MS, shanghaiDay } from '@jiesu/shared-types/vocabulary'

export const PERIODS = ['thisMonth', 'lastMonth', 'last30'] as const
export type PeriodName = (typeof PERIODS)[number]

export interface Period {
  readonly from: string
  readonly to: string
}

const DAYS = 30

/** The day before one that is written as YYYY-MM-DD. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`

/** This month and the last thirty days go until today, the last month to its end. */
export const periodOf = (name: PeriodName, now: Date): Period => {
  const today = shanghaiDay(now)
  switch (name) {
    case 'thisMonth':
      return { from: firstOfMonth(today), to: today }
    case 'lastMonth': {
      const to = dayBefore(firstOfMonth(today))
      return { from: firstOfMonth(to), to }
    }
    case 'last30':
      return { from: shanghaiDay(new Date(now.getTime() - (DAYS - 1) * DAY_MS)), to: today }
  }
}
