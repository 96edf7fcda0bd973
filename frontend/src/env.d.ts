/// <reference types="vite/client" />

declare module '@fontsource-variable/noto-sans-jp'
declare module '@fontsource-variable/noto-sans-sc'
declare module '@fontsource-variable/noto-sans-tc'

declare module 'virtual:letters/*' {
  /** By language: slices of its font, as base64, and the letters in each as a `unicode-range`. */
  export type Fonts = Record<string, [range: string, font: string][]>
  const fonts: Fonts
  export default fonts
}
