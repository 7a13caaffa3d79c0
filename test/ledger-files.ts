import ExcelJS from 'exceljs'
import { writeFile } from 'node:fs/promises'

export type LedgerCell = string | number | Date | null

/** A sheet as people keep it: lines above the header, the header, the rows. */
export interface SheetOnPaper {
  above: LedgerCell[][]
  header: string[]
  rows: LedgerCell[][]
}

/** A ledger before it is a file; tests change it and write it. */
export type LedgerOnPaper = Map<string, SheetOnPaper>

const headers: Record<string, string> = {
  学校: '学校标识码 学校名称 学校简称 办学类型 办学性质 学区角色 校区数 在校生数 经度 纬度',
  教师: '工号 姓名 性别 出生年月 学校 学段 任教学科 职称 骨干类别 学科带头人 到本校任教时间 符合交流条件',
  交流轮岗: '工号 姓名 流出学校 流入学校 交流方式 开始日期 结束日期 组团编号 状态',
  工作室: '类别 名称 所在学校 学年',
  课程: '课程编号 课程名称 学段 牵头学校 共建学校 课程类别 受益学生数',
  教研活动: '日期 学科教研联合体 主题 形式 主办学校 执教人工号',
  跨校带教: '导师工号 导师姓名 学员工号 学员姓名 学科',
  场馆共享: '日期 场馆名称 场馆类别 提供学校 使用学校 人次',
  办学绩效: '学校 等第',
}

const numbers = new Set(['校区数', '在校生数', '经度', '纬度', '受益学生数', '人次', '学年'])

/** The ledger of 甲学区 in 2023: four schools, eight teachers, a few facts of every kind, no fault. */
export const smallLedger = (cluster = '甲学区', year = 2023): LedgerOnPaper =>
  onPaper(cluster, year, {
    学校: [
      '3101120001|春申小学|春申小|小学|公办|牵头校|2|800|121.4|31.05',
      '3101120002|北桥小学|北桥小|小学|公办|成员校|1|500|121.41|31.06',
      '3101120003|元江中学|元江中|初级中学|公办|轮值校|1|600|121.42|31.07',
      '3101120004|向阳幼儿园|向阳园|幼儿园|民办|成员校|1|200|121.43|31.08',
    ],
    教师: [
      '0001|赵一|女|1980-03|春申小学|小学|语文|高级教师|区骨干||2010-09|是',
      '0002|钱二|男|1985-07|春申小学|小学|数学|一级教师|||2015-09|是',
      '0003|孙三|女|1990-11|北桥小学|小学|英语|二级教师|||2018-09|否',
      '0004|李四|男|1978-01|北桥小学|小学|体育与健康|高级教师|市骨干|区学科带头人|2008-09|是',
      '0005|周五|女|1988-05|元江中学|初中|物理|一级教师|校骨干||2016-09|是',
      '0006|吴六|男|1992-09|元江中学|初中|化学|未评|||2020-09|否',
      '0007|郑七|女|1986-12|向阳幼儿园|学前|学前教育|一级教师|||2012-09|是',
      '0008|王八月|女|1995-02|向阳幼儿园|学前|学前教育|三级教师|区新秀||2021-09|否',
    ],
    交流轮岗: [
      '0001|赵一|春申小学|北桥小学|定期交流|2023-09-01|2024-06-30||已生效',
      '0004|李四|北桥小学|春申小学|跨校兼课|2023-09-01|||已结束',
      '0005|周五|元江中学|春申小学|走教|2024-02-20|2024-06-30|组01|已撤销',
    ],
    工作室: ['区名师工作室|赵一语文工作室|春申小学|2023', '学区工作室|李四体育工作室|北桥小学|2023'],
    课程: [
      'K01|剪纸|小学|春申小学|北桥小学；元江中学|共建；特色|0',
      'K02|足球|小学|北桥小学||输出共享|120',
      'K03|编程|初中|元江中学|春申小学|特色、输出共享|80',
    ],
    教研活动: [
      '2023-10-11|语文联合体|大单元教学|合作教研|春申小学|',
      '2023-11-08|数学联合体|公开课|公开教学|春申小学|0002',
      '2023-11-08|数学联合体|公开课|公开教学|春申小学|0002',
    ],
    跨校带教: ['0001|赵一|0003|孙三|语文', '0004|李四|0006|吴六|体育与健康', '0001|赵一|0002|钱二|语文'],
    场馆共享: [
      '2023-09-20|春申小学体育馆|体育场馆|春申小学|北桥小学|45',
      '2023-09-20|春申小学体育馆|体育场馆|春申小学|春申小学|30',
      '2024-03-05|元江中学图书馆|图书馆|元江中学|春申小学|60',
    ],
    办学绩效: ['春申小学|优秀', '北桥小学|良好'],
  })

function onPaper(cluster: string, year: number, lines: Record<string, string[]>): LedgerOnPaper {
  return new Map(
    Object.entries(lines).map(([name, rows]) => {
      const header = headers[name]!.split(' ')
      const cells = rows.map((row) => row.split('|').map((text, at) => cellOf(header[at]!, text)))
      return [name, { above: [[`${cluster}${year}学年${name}情况表`]], header, rows: cells }]
    }),
  )
}

const cellOf = (title: string, text: string): LedgerCell =>
  text === '' ? null : numbers.has(title) ? Number(text) : text

/** A ledger file as a ledger on paper; rows of 合计 stay rows. */
export async function readOnPaper(path: string): Promise<LedgerOnPaper> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  return new Map(
    workbook.worksheets.map((sheet) => {
      const rows: LedgerCell[][] = []
      sheet.eachRow((row) => rows.push((row.values as LedgerCell[]).slice(1).map((cell) => cell ?? null)))
      const [title, header, ...rest] = rows
      return [sheet.name, { above: [[title![0]!]], header: header as string[], rows: rest }]
    }),
  )
}

/** Writes a ledger as .xlsx: lines above, header and rows, with merged title cells. */
export async function writeLedger(path: string, ledger: LedgerOnPaper): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, { above, header, rows }] of ledger) {
    const sheet = workbook.addWorksheet(name)
    sheet.addRows([...above, header, ...rows])
    if (above[0] && above[0].length === 1) sheet.mergeCells(1, 1, 1, Math.max(2, header.length))
  }
  await workbook.xlsx.writeFile(path)
  return path
}

/** One sheet of a ledger as CSV, in UTF-8 or in GBK bytes given by `encode`. */
export async function writeCsv(path: string, sheet: SheetOnPaper, encode: (text: string) => Buffer = Buffer.from) {
  const lines = [...sheet.above, sheet.header, ...sheet.rows]
  const text = lines.map((cells) => cells.map((cell) => cell ?? '').join(',')).join('\r\n')
  await writeFile(path, encode(text))
  return path
}

/** The cell of a row by its column's title: what is there, and a way to write it. */
export function cellAt(ledger: LedgerOnPaper, sheetName: string, row: number, title: string) {
  const { header, rows } = ledger.get(sheetName)!
  const column = header.indexOf(title)
  return {
    set: (value: LedgerCell) => void (rows[row]![column] = value),
    get: () => rows[row]![column] ?? null,
    /** 教师!E17 in the file that writeLedger makes. */
    address: `${sheetName}!${String.fromCharCode(65 + column)}${row + ledger.get(sheetName)!.above.length + 2}`,
  }
}
