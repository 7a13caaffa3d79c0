/** What a file is for its reader: it decides how it is shown, and the word beside its name. */
export const fileKinds = ['文档', '演示文稿', '表格', '图片', '视频', '音频', '文本', '压缩包'] as const
export type FileKind = (typeof fileKinds)[number]

interface Known {
  type: string
  kind: FileKind
  /** The endings that a file of this type may bear; the first is the usual one. */
  endings: readonly string[]
  /** Browsers show it, and it can hold no script of its own. */
  shown?: boolean
}

const office = 'application/vnd.openxmlformats-officedocument.'

/** What may be kept. Programs, pages and drawings that hold scripts are not among them. */
const known: readonly Known[] = [
  { type: 'application/pdf', kind: '文档', endings: ['pdf'], shown: true },
  { type: `${office}wordprocessingml.document`, kind: '文档', endings: ['docx'] },
  { type: `${office}presentationml.presentation`, kind: '演示文稿', endings: ['pptx'] },
  { type: `${office}presentationml.slideshow`, kind: '演示文稿', endings: ['ppsx'] },
  { type: `${office}spreadsheetml.sheet`, kind: '表格', endings: ['xlsx'] },
  { type: 'application/msword', kind: '文档', endings: ['doc', 'wps'] },
  { type: 'application/vnd.ms-powerpoint', kind: '演示文稿', endings: ['ppt', 'pps', 'dps'] },
  { type: 'application/vnd.ms-excel', kind: '表格', endings: ['xls', 'et'] },
  { type: 'image/jpeg', kind: '图片', endings: ['jpg', 'jpeg'], shown: true },
  { type: 'image/png', kind: '图片', endings: ['png'], shown: true },
  { type: 'image/gif', kind: '图片', endings: ['gif'], shown: true },
  { type: 'image/webp', kind: '图片', endings: ['webp'], shown: true },
  { type: 'video/mp4', kind: '视频', endings: ['mp4', 'm4v'], shown: true },
  { type: 'video/webm', kind: '视频', endings: ['webm'], shown: true },
  { type: 'video/quicktime', kind: '视频', endings: ['mov'] },
  { type: 'video/x-msvideo', kind: '视频', endings: ['avi'] },
  { type: 'video/x-ms-wmv', kind: '视频', endings: ['wmv'] },
  { type: 'video/matroska', kind: '视频', endings: ['mkv'] },
  { type: 'audio/mpeg', kind: '音频', endings: ['mp3'], shown: true },
  { type: 'audio/x-m4a', kind: '音频', endings: ['m4a'], shown: true },
  { type: 'audio/wav', kind: '音频', endings: ['wav'], shown: true },
  { type: 'text/plain', kind: '文本', endings: ['txt', 'md', 'csv'], shown: true },
  { type: 'application/zip', kind: '压缩包', endings: ['zip'] },
  { type: 'application/x-rar-compressed', kind: '压缩包', endings: ['rar'] },
  { type: 'application/x-7z-compressed', kind: '压缩包', endings: ['7z'] },
]

/** What its bytes say, where they say more than one thing: the old office formats share one container. */
const CONTAINERS: Record<string, readonly string[]> = {
  'application/x-cfb': ['application/msword', 'application/vnd.ms-powerpoint', 'application/vnd.ms-excel'],
  'video/vnd.avi': ['video/x-msvideo'],
  'video/x-ms-asf': ['video/x-ms-wmv'],
  'video/x-m4v': ['video/mp4'],
  'audio/mp4': ['audio/x-m4a'],
}

export const endingOf = (name: string): string => /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** What may be sent, as its ending says it; whether it is that, its bytes say later. */
export const byEnding = (name: string): Known | undefined =>
  known.find(({ endings }) => endings.includes(endingOf(name)))

/**
 * What a file is: `told` is the media type that its bytes tell, undefined where they tell none, as plain text does.
 * Undefined where name and bytes do not go together.
 */
export function kindOf(name: string, told: string | undefined, isText: boolean): Known | undefined {
  const named = byEnding(name)
  if (!named) return undefined
  if (told === undefined) return named.type === 'text/plain' && isText ? named : undefined
  return [told, ...(CONTAINERS[told] ?? [])].includes(named.type) ? named : undefined
}

/** Whether a browser shows a file of this type by itself. */
export const isShown = (type: string): boolean => known.some((one) => one.type === type && one.shown)

/** For the person who chooses a file. */
export const allowedWords = 'PDF、Word、PPT、Excel、图片、视频、音频、文本和压缩包'
export const acceptedEndings: string = known.flatMap(({ endings }) => endings.map((one) => `.${one}`)).join(',')

/** 1536 → 1.5 KB: how large a file is, in the words of an office. */
export function sizeInWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** step
  return `${value >= 100 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} ${units[step]}`
}
