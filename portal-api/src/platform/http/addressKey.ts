import { isIPv6 } from 'node:net'

/**
 * What stands for a caller when attempts are counted. One line gets a whole /64 of IPv6 addresses, so only that
 * part counts; an IPv4 address written as IPv6 is the same caller.
 */
export const addressKey = (address: string): string => {
  const [bare = ''] = address.split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(bare)) return address
  const [head = '', tail] = bare.split('::')
  const start = head.split(':').filter((group) => group !== '')
  const end = (tail ?? '').split(':').filter((group) => group !== '')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length)
  const groups = [...start, ...Array.from({ length: zeros }, () => '0'), ...end]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
