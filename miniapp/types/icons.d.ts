declare module '@nutui/icons-react-taro/dist/es/icons/configure' {
  /** `tag`: what each icon is drawn by. */
  export const configure: (config: { tag: unknown }) => void
}
