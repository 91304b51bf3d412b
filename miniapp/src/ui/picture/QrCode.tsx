import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import styles from './picture.module.scss'

interface QrCodeProps {
  id: string
  /** What the code says. */
  text: string
  /** For those who do not see it: what scanning it is good for. */
  label: string
}

/** A QR code, drawn once the code that makes it has arrived; its place is there from the beginning. */
export const QrCode = ({ id, text, label }: QrCodeProps) => {
  const [image, setImage] = useState<string>()
  useEffect(() => {
    let wanted = true
    void import('./qrModules')
      .then(({ qrImage }) => {
        if (wanted) setImage(qrImage(text))
      })
      // Without it the number is still there to be read.
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [text])
  return (
    <View
      id={id}
      className={styles.code}
      role="img"
      aria-label={label}
      style={image === undefined ? {} : { backgroundImage: image }}
    />
  )
}
