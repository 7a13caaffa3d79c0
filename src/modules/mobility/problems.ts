import { dayInWords } from '#shared/day.ts'
import { defineProblems } from '#shared/problem.ts'
import { schoolYearName } from '#shared/school-year.ts'

/** Why something about a rotation cannot be done as asked. */
export const mobilityProblems = defineProblems('mobility', {
  notNow: [409, (f: { state: string; act: string }) => `批次现在是“${f.state}”，不能${f.act}。`],
  emptyBatch: [409, () => '批次里还没有交流，请先添加教师。'],
  stillUnheard: [
    409,
    (f: { schools: readonly string[]; until: string }) =>
      `${f.schools.join('、')}还没有答复，${dayInWords(f.until)}截止；等各校答复或过了截止日再登记理事会决定。`,
  ],
  pastDay: [422, (f: { day: string }) => `截止日${dayInWords(f.day)}已经过去，请选今天或以后的日子。`],
  notOfBatch: [409, () => '本校没有教师在这个批次里流出或流入，不需要答复。'],
  sameSchool: [422, (f: { school: string }) => `流入学校与流出学校相同（${f.school}），请改为另一所学校。`],
  notMember: [
    422,
    (f: { school: string; cluster: string }) => `“${f.school}”不是${f.cluster}的成员校，请从列表中选择。`,
  ],
  unknownTeacher: [422, () => '这位教师不在本学区的名册里，请重新查找后选择。'],
  unknownForm: [422, (f: { form: string }) => `没有“${f.form}”这种交流方式，请从列表中选择。`],
  outsideYear: [
    422,
    (f: { day: string; year: number }) =>
      `开始日期${dayInWords(f.day)}不在${schoolYearName(f.year)}内（9月1日至次年8月31日），请核对。`,
  ],
  endsBeforeStart: [
    422,
    (f: { startOn: string; endOn: string }) =>
      `结束日期${dayInWords(f.endOn)}早于开始日期${dayInWords(f.startOn)}，请核对。`,
  ],
  overlap: [
    409,
    (f: { name: string; school: string; startOn: string; endOn: string }) =>
      `${f.name}${dayInWords(f.startOn)}至${dayInWords(f.endOn)}已全职在${f.school}交流，日期重叠，不能再安排全职交流。`,
  ],
  tooMuch: [
    409,
    (f: { name: string; percent: number; asked: number }) =>
      `${f.name}同一时间已有 ${f.percent}% 的工作量在外校，再加 ${f.asked}% 超过 100%，请减少工作量或错开日期。`,
  ],
  sameRotation: [
    409,
    (f: { name: string; school: string; startOn: string }) =>
      `${f.name}${dayInWords(f.startOn)}去${f.school}的交流已经登记过，请不要重复添加。`,
  ],
  alreadyOver: [409, (f: { status: string }) => `这条交流${f.status}，不能再改。`],
  notActive: [409, (f: { status: string }) => `这条交流现在是“${f.status}”，生效以后才能考核。`],
  notDue: [409, (f: { from: string }) => `还没有到考核的时候，${dayInWords(f.from)}起可以填写。`],
  needsWords: [422, () => '考核不合格的，请写明理由。'],
  nothingToFile: [409, () => '没有已批准的交流可以报区备案。'],
  nothingServed: [409, () => '还没有已生效的交流，不能开具证明。'],
  unknownPurpose: [422, (f: { purpose: string }) => `没有“${f.purpose}”这种用途，请从列表中选择。`],
  notValid: [409, () => '这份证明已经作废或被新的证明替代。'],
  fileKind: [422, () => '决定文件只收 PDF、JPG、PNG 和 Word 文件，请转换后再传。'],
  fileTooLarge: [413, (f: { limitMb: number }) => `决定文件不能超过 ${f.limitMb} MB，请压缩后再传。`],
})
