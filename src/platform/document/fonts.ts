import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The typefaces of GB/T 9704 by their part; those that an office has a licence for come first, free stand-ins last. */
export const faces = {
  body: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', 'Noto Serif SC'],
  title: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', 'FZXiaoBiaoSong-B05', '方正小标宋_GBK', 'Noto Serif SC'],
  black: ['SimHei', '黑体', 'STHeiti', 'Noto Sans SC'],
  script: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', 'Noto Serif SC'],
  folio: ['SimSun', '宋体', 'STSong', 'Noto Serif SC'],
} as const

/** The face of charts. */
export const CHART_FACE = 'Noto Sans SC'

const require = createRequire(import.meta.url)
const folderOf = (family: 'serif' | 'sans', weight: string): string =>
  join(dirname(require.resolve(`@expo-google-fonts/noto-${family}-sc/package.json`)), weight)

/** Where the office puts the fonts that it has a licence for: they win over the stand-ins. */
export const officeFonts = (dataDir: string): string => join(dataDir, 'fonts')

/** Folders in which the typesetter looks for faces. */
export function fontFolders(dataDir: string): string[] {
  const own = officeFonts(dataDir)
  const standIns = [
    folderOf('serif', '400Regular'),
    folderOf('serif', '600SemiBold'),
    folderOf('serif', '900Black'),
    folderOf('sans', '400Regular'),
    folderOf('sans', '500Medium'),
  ]
  return existsSync(own) ? [own, ...standIns] : standIns
}

export const chartFontFiles = (): string[] => [join(folderOf('sans', '400Regular'), 'NotoSansSC_400Regular.ttf')]
