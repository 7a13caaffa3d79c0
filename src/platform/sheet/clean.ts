// NFKC is for codes, numbers and dates. In free text it would turn ① into 1, ㎡ into m2 and ， into a comma.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const oddSpaces = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
/** Radicals and compatibility ideographs: they look like the common character, but no search finds them. */
const lookalikes = /[\u2e80-\u2fdf\uf900-\ufaff]/g

/** Text of nothing but common characters and digits, as nearly all of a ledger is: there is nothing to clean. */
const alreadyClean = /^[\x21-\x7e\u4e00-\u9fff]*$/

/** Free text as it was meant: odd spaces, invisible characters and look-alikes gone, all else kept. */
export function cleanText(text: string): string {
  if (alreadyClean.test(text)) return text
  return text
    .replace(invisible, '')
    .replace(oddSpaces, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(lookalikes, (character) => character.normalize('NFKC'))
    .normalize('NFC')
    .trim()
}

/** A person's name: 张　三 → 张三, 买买提•艾力 → 买买提·艾力; the space between Latin words stays. */
export function cleanName(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
    .replace(/[•・●⋅‧∙﹒]|(?<=\p{Script=Han})[.．](?=\p{Script=Han})/gu, '·')
}

/** A code, number or identifier: half-width, capitals, without spaces and the apostrophe that keeps it a text. */
export function cleanCode(text: string): string {
  return stable(text, (code) =>
    halfWidth(code)
      .replace(/[\s'’‘`]/g, '')
      .toUpperCase(),
  )
}

/** What two ways of writing the same name or list value have in common; for comparing, not for showing. */
export function comparisonKey(text: string): string {
  return stable(text, (key) => halfWidth(key).replace(/\s/g, '').toLowerCase())
}

/** A column's title without what templates add: 出生\n年月 *（必填） → 出生年月. */
export function cleanHeader(text: string): string {
  return stable(halfWidth(text), (header) => {
    const short = header.replace(/[\s*★☆]/g, '').replace(/[:：]+$/, '')
    return withoutNotes(short) || short
  })
}

const withoutNotes = (header: string): string => header.replace(/\([^()]*\)|【[^【】]*】|\[[^[\]]*\]|〔[^〔〕]*〕/g, '')

/** 共建；特色、输出共享 → its items, each once. */
export function cleanList(text: string): string[] {
  const items = text.split(/[;；、,，/／|｜\n]/).map(cleanText)
  return [...new Set(items.filter((item) => item !== ''))]
}

export const halfWidth = (text: string): string => cleanText(cleanText(text).normalize('NFKC'))

/** Repeats a cleaning until it has nothing left to do: a rare letter may only fall into place at the second try. */
function stable(text: string, clean: (text: string) => string): string {
  const cleaned = clean(text)
  return cleaned === text ? cleaned : stable(cleaned, clean)
}
