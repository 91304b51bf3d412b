import { createHmac } from 'node:crypto'

/**
 * Says who sent the body and when, and that it arrived as it was sent: the time is signed along, so that nobody can
 * send an old one again later.
 * @param timestamp Unix seconds.
 * @param body the bytes as they are sent.
 */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
