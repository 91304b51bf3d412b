/** Shows a photo at full size in a tab of its own. */
export const previewPhotos = (_urls: readonly string[], current: string): void => {
  window.open(current, '_blank', 'noopener')
}
