import Taro from '@tarojs/taro'

/** Opens the dialler with the number filled in; the person still presses the green button. */
export const dial = (number: string): void => {
  // Rejects when the person thinks better of it, which is no error.
  void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}
