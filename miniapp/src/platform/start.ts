import { configure } from '@nutui/icons-react-taro'
import { View } from '@tarojs/components'

/** Before the first page: icons are drawn by a component that exists on both targets, not by an HTML tag. */
configure({ tag: View as unknown as string })
