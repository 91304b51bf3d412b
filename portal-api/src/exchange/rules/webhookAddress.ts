/** Addresses to which orders may be pushed. */

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * What is wrong with an address, in one line; undefined when it is right. Orders travel encrypted, but for a system on
 * the same machine.
 */
export const whyNotWebhook = (address: string): string | undefined => {
  if (!URL.canParse(address)) return `${address} is no address like https://example.gov.cn/events`
  const { protocol, hostname, username, password, hash } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:')
    return `an address begins with https://, not ${protocol}//`
  if (protocol === 'http:' && !LOCAL.test(hostname))
    return 'http:// is for systems on this machine; use https://'
  if (username !== '' || password !== '') return 'an address carries no name and password'
  return hash === '' ? undefined : 'an address has no part behind #'
}
