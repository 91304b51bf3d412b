import { randomBytes } from 'node:crypto'
import type { Phone } from '../phone'
import type { Fn } from '../realm'
import { ApiFailure, asyncApis } from './api'

const TITLE_BAR_HEIGHT = 44

const windowInfo = ({ device }: Phone) => {
  const { windowWidth, windowHeight, pixelRatio, statusBarHeight } = device
  const screenHeight = windowHeight + statusBarHeight + TITLE_BAR_HEIGHT
  return {
    pixelRatio,
    windowWidth,
    windowHeight,
    screenWidth: windowWidth,
    screenHeight,
    statusBarHeight,
    screenTop: statusBarHeight + TITLE_BAR_HEIGHT,
    safeArea: {
      left: 0,
      right: windowWidth,
      top: statusBarHeight,
      bottom: screenHeight,
      width: windowWidth,
      height: screenHeight - statusBarHeight,
    },
  }
}

const appInfo = ({ device }: Phone) => ({
  SDKVersion: device.SDKVersion,
  version: '8.0.50',
  language: 'zh_CN',
  theme: device.theme,
  fontSizeSetting: device.fontSizeSetting,
  host: { env: 'WeChat' },
})

const deviceInfo = ({ device }: Phone) => ({
  brand: device.platform,
  model: device.model,
  platform: device.platform,
  system: device.platform === 'android' ? 'Android 14' : 'iOS 17.0',
})

const mustBeAgreed = (phone: Phone) => {
  if (!phone.answers.privacy()) throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
}

const mustBeDeclared = (phone: Phone, name: string) => {
  if (!phone.appPackage.app.requiredPrivateInfos?.includes(name)) {
    throw new ApiFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json')
  }
}

const locate = (phone: Phone, name: string) => () => {
  mustBeDeclared(phone, name)
  mustBeAgreed(phone)
  const position = phone.answers.location()
  if (!position) throw new ApiFailure('auth deny')
  return { ...position, speed: -1, accuracy: 65, altitude: 0, verticalAccuracy: 65, horizontalAccuracy: 65 }
}

/** The phone itself: sizes, place, clipboard, calls. */
export const deviceApis = (phone: Phone): Record<string, Fn> => {
  const system = () => ({ ...windowInfo(phone), ...appInfo(phone), ...deviceInfo(phone) })
  const { windowWidth, statusBarHeight } = phone.device
  const menuButton = { top: statusBarHeight + 4, height: 32, width: 87, right: windowWidth - 10 }
  return {
    getSystemInfoSync: system,
    getWindowInfo: () => windowInfo(phone),
    getAppBaseInfo: () => appInfo(phone),
    getDeviceInfo: () => deviceInfo(phone),
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }),
    getAppAuthorizeSetting: () => ({ locationAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
    getMenuButtonBoundingClientRect: () => ({
      ...menuButton,
      bottom: menuButton.top + menuButton.height,
      left: menuButton.right - menuButton.width,
    }),
    getUpdateManager: () => ({
      onCheckForUpdate: () => {},
      onUpdateReady: () => {},
      onUpdateFailed: () => {},
      applyUpdate: () => {},
    }),
    ...asyncApis(phone, {
      getSystemInfo: system,
      getSystemInfoAsync: system,
      getLocation: locate(phone, 'getLocation'),
      getFuzzyLocation: locate(phone, 'getFuzzyLocation'),
      chooseLocation: () => {
        mustBeDeclared(phone, 'chooseLocation')
        mustBeAgreed(phone)
        const place = phone.answers.place()
        if (!place) throw new ApiFailure('cancel')
        return place
      },
      openLocation: () => {},
      makePhoneCall: ({ phoneNumber }) => {
        if (!phoneNumber) throw new ApiFailure('parameter error: phoneNumber should not be empty')
      },
      setClipboardData: ({ data }) => {
        phone.records.clipboard = String(data)
        // WeChat says so by itself.
        phone.records.toasts.push({ title: '内容已复制', icon: 'success' })
      },
      getClipboardData: () => ({ data: phone.records.clipboard }),
      scanCode: () => {
        const result = phone.answers.scan()
        if (result === null) throw new ApiFailure('cancel')
        return { result, scanType: 'QR_CODE', charSet: 'UTF-8', path: '' }
      },
      setKeepScreenOn: () => {},
      getRandomValues: ({ length }) => ({ randomValues: new Uint8Array(randomBytes(Number(length))).buffer }),
    }),
  }
}
