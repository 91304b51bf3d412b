import { Canvas } from '@tarojs/components'
import styles from './picture.module.scss'

/** What the mini-program draws pictures on that are saved, not shown; out of sight. The H5 needs none. */
export const HiddenCanvas = ({ id }: { id: string }) => <Canvas type="2d" id={id} className={styles.hidden} />
