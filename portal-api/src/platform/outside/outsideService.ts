/** A neighbour (WeChat, SMS gateway) that did not answer, or not sensibly. */
export class OutsideServiceDown extends Error {
  constructor(
    readonly service: string,
    reason: string,
  ) {
    super(`${service}: ${reason}`)
  }
}
