/** What a title row or a file name says about the ledger; undefined where it does not say. */
export interface TitleFacts {
  cluster: string | undefined
  schoolYear: number | undefined
}

const numerals = '〇一二三四五六七八九'
const organization = /(学区|集团|联合体|共同体|联盟)$/
const leading = /^[\s《【[(]*((附件|附表|表)[\d一二三四五六七八九十]*[:、.\s]*)?/
const note = /^(注|说明|备注|填表说明)/
const filledInBy = /^(填报|报送|填表)?(单位|部门)[:]?(.+)$/

/** Widths of characters and blanks are habits; 二〇二三学年 is 2023学年. */
function plain(text: string): string {
  const squeezed = text.normalize('NFKC').replace(/\s+/g, '')
  return squeezed.replace(/[〇零一二三四五六七八九]{4}(?=学年)/g, (year) =>
    [...year].map((digit) => numerals.indexOf(digit === '零' ? '〇' : digit)).join(''),
  )
}

/** '2023', '2023-2024', '２０２３—２４' before 学年 or 学年度. */
const yearOf = (text: string) =>
  /(?<!\d)(20\d{2})(?:年?[-‐–—―~～至/]+(?:20)?\d{2}年?)?学年度?(?:第?[一二12上下]学期)?/.exec(text)

/** What is left of a title when the words for the table itself are gone: 教师情况表, 台账, 基本信息一览表. */
function withoutTableWords(text: string, sheetNames: readonly string[]): string {
  const words = new RegExp(
    `(${sheetNames.join('|')})?(基本|工作|年度)?(情况|信息|统计|汇总|一览|登记|数据|花名|名|明细)*(表|册|台账|清单)?$`,
  )
  const trimmed = text.replace(leading, '').replace(/[\s_\-—·:,()[\]【】《》]+$/g, '')
  const rest = trimmed.replace(words, '').replace(/[\s_\-—·:,()[\]【】《》]+$/g, '')
  return rest === trimmed ? rest : withoutTableWords(rest, sheetNames)
}

const named = (name: string | undefined) => (name && organization.test(name) ? name : undefined)

/** Reads one line above a table's header: 颛桥镇学区2023学年教师情况表, 2023-2024学年度颛桥镇学区课程表, 填报单位：颛桥镇学区办. */
export function readTitle(line: string, sheetNames: readonly string[]): TitleFacts {
  const text = plain(line)
  if (note.test(text)) return { cluster: undefined, schoolYear: undefined }
  const unit = filledInBy.exec(text)?.[3]
  if (unit) return { cluster: named(unit.replace(/(办公室|办)$/, '')), schoolYear: undefined }
  const year = yearOf(text)
  if (!year) return { cluster: named(withoutTableWords(text, sheetNames)), schoolYear: undefined }
  const before = withoutTableWords(text.slice(0, year.index), sheetNames)
  const after = withoutTableWords(text.slice(year.index + year[0].length).replace(/^[)\]】》]/, ''), sheetNames)
  return { cluster: before || named(after), schoolYear: Number(year[1]) }
}

/** Reads a file's name: 颛桥镇学区台账-2023学年.xlsx. A name is taken for a cluster's only when it ends like one. */
export function readFileName(fileName: string, sheetNames: readonly string[]): TitleFacts {
  const text = plain(fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''))
  const year = yearOf(text)
  const parts = (year ? text.replace(year[0], '|') : text).split(/[|_\-—]/)
  const cluster = parts.map((part) => named(withoutTableWords(part, sheetNames))).find(Boolean)
  return { cluster, schoolYear: year ? Number(year[1]) : undefined }
}

/** What most lines say; undefined where none says anything, or two say different things equally often. */
export function majority<T>(said: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>()
  for (const one of said) if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] !== second?.[1] ? first[0] : undefined
}
