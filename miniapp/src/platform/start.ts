// By its file: the build takes icons, and icons only, out of the package by their names.
import { configure } from '@nutui/icons-react-taro/dist/es/icons/configure'
import { View } from '@tarojs/components'

/** Before the first page: icons are drawn by a component that exists on both targets, not by an HTML tag. */
configure({ tag: View })
