import exceljs from 'exceljs'

const SCHOOLS = 200
const schoolName = (index: number) => `示例第${index + 1}学校`
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!

/** Writes a ledger with two sheets, 200 schools and as many teachers as told, as a spreadsheet program would write it. */
export async function writeLargeLedger(file: string, teachers: number): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true, useStyles: true })
  writeSchools(book)
  writeTeachers(book, teachers)
  await book.commit()
}

function writeSchools(book: exceljs.stream.xlsx.WorkbookWriter): void {
  const sheet = book.addWorksheet('学校')
  sheet.addRow(['示例大学区2023学年学校情况表']).commit()
  sheet
    .addRow(['学校标识码', '学校名称', '学校简称', '办学类型', '办学性质', '学区角色', '校区数', '在校生数'])
    .commit()
  for (let index = 0; index < SCHOOLS; index++)
    sheet
      .addRow([
        `310112${String(index + 1).padStart(4, '0')}`,
        schoolName(index),
        `第${index + 1}学校`,
        pick(['小学', '初级中学', '幼儿园'], index),
        '公办',
        index === 0 ? '牵头校' : '成员校',
        1,
        600 + index,
      ])
      .commit()
  sheet.commit()
}

const columns = '工号 姓名 性别 出生年月 学校 学段 任教学科 职称 骨干类别 学科带头人 到本校任教时间 符合交流条件'.split(
  ' ',
)
const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗']
const givenNames = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红娥玲芬']

function writeTeachers(book: exceljs.stream.xlsx.WorkbookWriter, teachers: number): void {
  const sheet = book.addWorksheet('教师')
  sheet.addRow(['示例大学区2023学年教师情况表']).commit()
  sheet.addRow(columns).commit()
  for (let index = 0; index < teachers; index++) sheet.addRow(teacher(index)).commit()
  sheet.commit()
}

function teacher(index: number): (string | number)[] {
  const month = String(1 + (index % 12)).padStart(2, '0')
  return [
    // Nothing but digits: such a number may have lost its zeros and is looked for under its other spellings, too.
    String(20_000_000 + index),
    pick(surnames, index) + pick(givenNames, index * 7) + pick(givenNames, Math.floor(index / 30)),
    index % 4 === 0 ? '男' : '女',
    `${1966 + (index % 34)}-${month}`,
    schoolName(index % SCHOOLS),
    pick(['小学', '初中', '学前'], index),
    pick(['语文', '数学', '英语', '音乐'], index),
    pick(['高级教师', '一级教师', '二级教师', '未评'], index),
    pick(['', '', '校骨干', '', '区骨干'], index),
    '',
    `${1989 + (index % 34)}-09`,
    pick(['是', '否', '否'], index),
  ]
}
