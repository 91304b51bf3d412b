/**
 * What `@tarojs/components` is on the H5. A list of re-exports and nothing else: Taro's build takes every other
 * dependency out of the module that answers to that name.
 */
export { Button, Image, Input, Label, ScrollView, Text, Textarea, Video, View } from './elements'
