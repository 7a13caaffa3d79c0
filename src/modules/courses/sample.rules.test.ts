import { expect, test } from 'vitest'
import { courseContent } from './content.contract.ts'
import { missingIn } from './entry.rules.ts'
import { chooseSample, kindsOf, sampleContent, topicOf, type LedgerCourse } from './sample.rules.ts'

const course = (code: string, name: string, stage: string, more: Partial<LedgerCourse> = {}): LedgerCourse => ({
  ...{ code, name, stage, schoolId: 1, partnerSchoolIds: [], coBuilt: false, featured: true, exported: false },
  ...more,
})

const ledger = [
  course('1', '剪纸课程1', '小学'),
  course('2', '陶艺课程2', '高中'),
  course('3', '剪纸课程3', '初中'),
  course('4', '剪纸课程4', '社区', { coBuilt: true }),
  course('5', '剪纸课程5', '初中', { exported: true }),
]

test('a topic that goes through the most steps becomes a path, with what is shared where there is such', () => {
  const chosen = chooseSample(ledger)!
  expect(chosen.topic).toBe('剪纸')
  expect(chosen.path.map(({ code, step }) => [code, step])).toEqual([
    ['1', '小学'],
    ['5', '初中'],
    ['4', '长者'],
  ])
  expect(chosen.others.map(({ code }) => code)).toEqual(['2'])
  expect(kindsOf(chosen.path[2]!)).toEqual(['共建', '特色'])
})

test('without three steps of one topic there is none', () => expect(chooseSample(ledger.slice(0, 3))).toBeUndefined())

test('says as much as a course must that is reviewed', () => {
  expect(topicOf('古诗词课程11')).toBe('古诗词')
  expect(missingIn(courseContent.parse(sampleContent('剪纸')))).toEqual([])
})
