import { defineProblems } from '#shared/problem.ts'

/** Why something about services to families and pupils cannot be done as asked. */
export const pupilServicesProblems = defineProblems('pupil-services', {
  monthAhead: [422, (f: { month: string }) => `${f.month}还没有到，请选已经开始的月份。`],
  noItems: [409, () => '本地的政策文件没有列出专项服务，请联系系统管理员。'],
  unknownItem: [422, () => '只能填报表上列出的项目，不能另写文字。'],
  everybodyHandedIn: [409, (f: { month: string }) => `${f.month}的月报各校都已报送，不需要提醒。`],
  notAMember: [422, (f: { schools: readonly string[] }) => `${f.schools.join('、')}不是本学区该学年的成员校，请核对。`],
  noTable: [422, () => '没有找到活动表。第一行应有“活动名称、类别、开始日期、承办学校”这些列名，可以先下载空表。'],
  tooManyRows: [422, (f: { limit: number }) => `一份表最多 ${f.limit} 行，请分几份上传。`],
  tooManyFiles: [422, (f: { most: number }) => `一处最多附 ${f.most} 个文件，请去掉几个再保存。`],
  noEvidence: [422, () => '选的文件已经不在，或者不是这所学校上传的，请重新选择。'],
})
