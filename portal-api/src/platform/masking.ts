/** Personal data as they may be shown to their owner and in lists: enough to recognise, too little to use. */

/** 王女士 → 王**, 烟台某某公司 stays recognisable by its first character only. */
export const maskName = (name: string): string => `${[...name][0] ?? ''}**`

/** 13800000000 → 138****0000; 0535-1234567 → 0535****567. */
export const maskPhone = (phone: string): string =>
  phone.length === 11 && phone.startsWith('1')
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `${phone.slice(0, 4)}****${phone.slice(-3)}`
