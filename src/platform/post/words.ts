import { REPEATED, type Letter } from './letter.ts'

/** The text of a letter: that it may have come before, what it says, where it leads, and how to hear less. */
export function wordsOf(letter: Letter, siteAddress: string): string {
  return [...parts(letter), ...(letter.link ? [`打开：${linkOf(letter, siteAddress)}`] : []), '——雁阵'].join('\n\n')
}

const parts = ({ marked, text }: Letter): string[] =>
  [marked ? `${REPEATED}这条消息上一次可能已经送到，如已看过请忽略。` : '', text].filter(Boolean)

export const linkOf = ({ link }: Letter, siteAddress: string): string => (link ? `${siteAddress}${link}` : '')

/** The same as Markdown, no longer than a bot takes. */
export function markdownOf(letter: Letter, siteAddress: string, limitBytes: number): string {
  const link = letter.link ? `\n\n[打开雁阵](${linkOf(letter, siteAddress)})` : ''
  const head = `**${plain((letter.marked ? REPEATED : '') + letter.subject)}**\n\n`
  const room = limitBytes - Buffer.byteLength(head + link)
  return `${head}${clip(plain(letter.text), room)}${link}`
}

/** What a person wrote stays text: no link and no picture is made of it, and nobody is called by @. */
const plain = (text: string): string => text.replace(/[[\]<>`*_@!\\]/g, (sign) => wide[sign] ?? '')

const wide: Record<string, string> = {
  '[': '［',
  ']': '］',
  '<': '＜',
  '>': '＞',
  '@': '＠',
  '*': '＊',
  '!': '！',
  _: '＿',
}

function clip(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  const kept = Buffer.from(text)
    .subarray(0, bytes - 3)
    .toString('utf8')
  return `${kept.replace(/\uFFFD+$/, '')}…`
}
