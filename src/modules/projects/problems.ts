import { defineProblems } from '#shared/problem.ts'

/** Why something about research projects cannot be done as asked. */
export const projectsProblems = defineProblems('projects', {
  notYours: [422, () => '请填写您负责的学校的教师为负责人；教师自己登记的，负责人写本人。'],
  isHead: [422, (f: { name: string }) => `${f.name}是课题的负责人，不用再加为成员。`],
  memberAlready: [409, (f: { name: string }) => `${f.name}已经是课题的成员。`],
  ended: [409, () => '课题已经结束，不能再改。'],
  reached: [409, () => '这个节点已经登记完成。'],
  noProof: [422, () => '请写一句说明，或填写网址，或附上文件。'],
  stillOpen: [409, (f: { steps: string }) => `还有没完成的节点：${f.steps}。登记完成以后再结题；不做了的，请选终止。`],
})
