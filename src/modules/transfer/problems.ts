import { defineProblems } from '#shared/problem.ts'

/** Why nothing of a ledger can be taken, or an import cannot go on. */
export const transferProblems = defineProblems('transfer', {
  noLedgerSheets: [
    422,
    (f: { sheets: readonly string[] }) =>
      `这份文件里没有认出台账的工作表，应有${f.sheets.join('、')}等工作表，请核对工作表名称和表头。`,
  ],
  rosterVersion: [
    422,
    (f: { version: string }) =>
      `这个 OneRoster 包的 manifest.csv 写的版本是“${f.version || '空'}”，只能读 1.2，请对方按 OneRoster 1.2 导出。`,
  ],
  rosterFile: [422, (f: { file: string }) => `这个 OneRoster 包里没有 ${f.file}，请对方连同这个文件重新导出。`],
  rosterColumn: [
    422,
    (f: { file: string; column: string }) => `${f.file} 没有“${f.column}”一列，请对方按 OneRoster 1.2 重新导出。`,
  ],
  rosterTooLong: [413, (f: { file: string; limit: number }) => `${f.file} 超过 ${f.limit} 行，请分成几份再上传。`],
  rosterBroken: [
    422,
    (f: { file: string; line: number }) => `${f.file} 第 ${f.line} 行过长或引号没有成对，请对方重新导出。`,
  ],
  whoseLedger: [422, () => '看不出这是哪个学区的台账，请在标题行写明学区名称（如“颛桥镇学区2023学年教师情况表”）。'],
  whichYear: [422, () => '看不出这是哪个学年的台账，请在标题行或文件名中写明学年（如“2023学年”）。'],
  whichDistrict: [
    422,
    (f: { cluster: string }) =>
      `“${f.cluster}”还没有登记，也看不出属于哪个区，请用 --district 写明区的六位代码（如 310112）。`,
  ],
  unknownDistrict: [422, (f: { districtId: number }) => `没有代码为 ${f.districtId} 的区，请核对 --district。`],
  severalClusters: [422, (f: { cluster: string }) => `有几个区都有“${f.cluster}”，请用 --district 写明是哪个区。`],
  otherCluster: [
    422,
    (f: { said: string; asked: string }) => `这份台账写的是“${f.said}”，不是“${f.asked}”的，没有读取，请核对文件。`,
  ],
  noSuchFile: [404, (f: { path: string }) => `没有找到文件“${f.path}”，请核对路径。`],
  badOption: [400, (f: { option: string; example: string }) => `${f.option} 写得不对，应如 ${f.example}。`],
  notChecked: [409, () => '这份台账还没有检查好，请稍后再确认。'],
  alreadyDone: [409, () => '这次导入已经办结，不能再改。'],
  notTaken: [409, () => '这份台账还没有导入，请先在导入页确认，改好的行会一起写入。'],
  atWork: [409, () => '正在核对这份台账，请等它结束再试。'],
  fileGone: [410, () => '这份文件已过保存期，请重新上传。'],
  notTakenIn: [409, () => '这次导入没有写入数据，不需要撤销。'],
  inTheWay: [409, (f: { n: number }) => `有 ${f.n} 处要先处理，不能整份撤销，没有改动任何数据。请看下面列出的各处。`],
  callOpened: [409, (f: { schoolYear: number }) => `${f.schoolYear}学年的报送已经发起过，请在原来的报送里修改。`],
  callClosed: [409, () => '这次报送已经截止收件，请与学区办联系。'],
  notAsked: [409, () => '本校不在这次报送的范围里，请与学区办联系。'],
  unknownSheets: [422, (f: { sheets: readonly string[] }) => `台账里没有${f.sheets.join('、')}这样的表。`],
  everybodyHandedIn: [409, () => '各校都已报送，不需要提醒。'],
  notToJudge: [409, () => '只有学校报送并已写入的台账可以审核。'],
  brokenOff: [500, () => '处理这份文件时出了意外，没有写入任何数据；请稍后再试，仍不行请联系管理员。'],
})
