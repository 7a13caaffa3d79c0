import { defineProblems } from '#shared/problem.ts'

/** Why a file cannot be read as a spreadsheet: what it is, and what the person should do. */
export const sheetProblems = defineProblems('sheet', {
  emptyFile: [422, () => '这是一份空文件，里面没有内容，请确认后重新选择文件。'],
  passwordProtected: [422, () => '这份文件有密码保护，请在 WPS 或 Excel 中取消密码、另存后再上传。'],
  notSpreadsheet: [
    422,
    (f: { what: string }) => `这份文件是${f.what}，不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。`,
  ],
  otherFormat: [
    422,
    (f: { what: string }) => `这份文件是${f.what}，暂不支持，请在 WPS 或 Excel 中另存为 .xlsx 后再上传。`,
  ],
  archive: [422, (f: { what: string }) => `这份文件是${f.what}，里面没有工作簿，请解压后上传其中的表格。`],
  unknownContent: [422, () => '这份文件的内容不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
  damaged: [422, () => '这份文件已损坏或没有传完整，请在 WPS 或 Excel 中打开、另存为 .xlsx 后再上传。'],
  noSheets: [422, () => '这份工作簿里没有工作表，请确认后重新选择文件。'],
  unsafeDeclaration: [
    422,
    () => '这份文件含有不安全的声明（DOCTYPE），没有读取，请在 WPS 或 Excel 中打开、另存为 .xlsx 后再上传。',
  ],
  expandsTooFar: [
    413,
    () => '这份文件解压后大得不合常理，为安全起见没有读取，请把需要的数据复制到新建的工作簿中再上传。',
  ],
  tooComplex: [413, () => '这份文件的内部结构过于复杂，没有读取，请把需要的数据复制到新建的工作簿中再上传。'],
  tooMuchText: [413, () => '这份文件的文字过多，一次读不下，请分成几份再上传。'],
  tooManyRows: [
    413,
    (f: { sheet: string; limit: number }) => `“${f.sheet}”超过 ${f.limit} 行，请删去多余的行或分成几份再上传。`,
  ],
  tooManyColumns: [
    413,
    (f: { sheet: string; row: number; limit: number }) =>
      `“${f.sheet}”第 ${f.row} 行超过 ${f.limit} 列，请删去右侧多余的内容再上传。`,
  ],
  cellTooLong: [
    413,
    (f: { sheet: string; cell: string; limit: number }) =>
      `“${f.sheet}”的单元格 ${f.cell} 超过 ${f.limit} 个字，请删减后再上传。`,
  ],
  brokenLine: [422, (f: { line: number }) => `第 ${f.line} 行过长或引号没有成对，请检查后再上传。`],
  oldFormatTooLarge: [413, () => '这份旧格式的表格内容过多，请在 WPS 或 Excel 中另存为 .xlsx 后再上传。'],
})
