import { readOnPaper, type LedgerCell, type LedgerOnPaper } from './ledger-files.ts'

/** In which column a row says whose it is: a school, or a teacher of that school. */
const homes: Record<string, { school: string } | { teacher: string }> = {
  学校: { school: '学校名称' },
  教师: { school: '学校' },
  交流轮岗: { teacher: '工号' },
  工作室: { school: '所在学校' },
  课程: { school: '牵头学校' },
  教研活动: { school: '主办学校' },
  跨校带教: { teacher: '学员工号' },
  场馆共享: { school: '提供学校' },
}

export interface SplitLedger {
  /** The 学校 sheet alone: what the office brings in before it asks the schools. */
  roster: LedgerOnPaper
  /** Everything that schools fill in, together; */
  whole: LedgerOnPaper
  /** and each school's own part of it, by its name. */
  parts: Map<string, LedgerOnPaper>
  sheets: string[]
}

/** A cluster's ledger as its schools would hand it in. */
export async function splitLedger(path: string): Promise<SplitLedger> {
  const all = await readOnPaper(path)
  const whole: LedgerOnPaper = new Map([...all].filter(([name]) => homes[name]))
  const named = new Map<LedgerCell, string>()
  for (const [code, name, short] of whole.get('学校')!.rows) {
    void code
    named.set(name!, String(name)).set(short!, String(name))
  }
  const teachers = whole.get('教师')!
  const at = (sheet: string, title: string) => whole.get(sheet)!.header.indexOf(title)
  const homeOf = new Map(
    teachers.rows.map((row) => [row[at('教师', '工号')]!, named.get(row[at('教师', '学校')]!)!] as const),
  )
  const parts = new Map<string, LedgerOnPaper>()
  for (const [name, sheet] of whole)
    for (const row of sheet.rows) {
      const home = homes[name]!
      const school =
        'school' in home ? named.get(row[at(name, home.school)]!) : homeOf.get(row[at(name, home.teacher)]!)
      if (school === undefined) continue
      const part = parts.get(school) ?? new Map([...whole].map(([key, of]) => [key, { ...of, rows: [] }]))
      parts.set(school, part)
      part.get(name)!.rows.push(row)
    }
  return { roster: new Map([['学校', all.get('学校')!]]), whole, parts, sheets: Object.keys(homes) }
}
