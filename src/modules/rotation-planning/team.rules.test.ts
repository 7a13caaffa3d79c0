import { expect, test } from 'vitest'
import { whyNotPin, whyNotTeam } from './team.rules.ts'

const teacher = (teacherId: string, schoolId = 1, stage = '小学') => ({
  teacherId,
  name: `教师${teacherId}`,
  schoolId,
  stage,
})
const facts = {
  teachers: [teacher('a'), teacher('b'), teacher('c', 2), teacher('d', 1, '初中')],
  teamed: new Set<string>(),
  staying: new Set<string>(),
}

test('a team is of one school and stage, of people who are in no other and may go', () => {
  expect(whyNotTeam(['a', 'b'], facts)).toBeUndefined()
  expect(whyNotTeam(['a', 'c'], facts)?.message).toContain('同一学校')
  expect(whyNotTeam(['a', 'd'], facts)?.message).toContain('同一学段')
  expect(whyNotTeam(['a', 'x'], facts)?.message).toContain('不在')
  expect(whyNotTeam(['a', 'b'], { ...facts, teamed: new Set(['b']) })?.message).toContain('教师b已在另一个组团')
  expect(whyNotTeam(['a', 'b'], { ...facts, staying: new Set(['a']) })?.message).toContain('教师a今年留校')
})

const stagesOf = new Map([
  [1, ['小学']],
  [2, ['小学']],
  [3, ['学前']],
])
const pinFacts = { teacher: teacher('a'), stagesOf, pins: [], kept: false, teamed: false }

test.each([
  [{ kind: 'to' as const, toSchoolId: 2 }, {}, undefined],
  [{ kind: 'to' as const }, {}, '请选择学校'],
  [{ kind: 'to' as const, toSchoolId: 1 }, {}, '别的成员校'],
  [{ kind: 'to' as const, toSchoolId: 3 }, {}, '没有小学'],
  [{ kind: 'not-to' as const, toSchoolId: 3 }, {}, undefined],
  [{ kind: 'stays' as const }, {}, undefined],
  [{ kind: 'to' as const, toSchoolId: 2 }, { kept: true }, '留校名单'],
  [{ kind: 'stays' as const }, { teamed: true }, '取消组团'],
  [{ kind: 'stays' as const }, { pins: [{ kind: 'to', toSchoolId: 2 }] }, '已有指定'],
  [{ kind: 'not-to' as const, toSchoolId: 2 }, { pins: [{ kind: 'to', toSchoolId: 2 }] }, '已有指定'],
  [{ kind: 'to' as const, toSchoolId: 2 }, { teacher: undefined }, '不在'],
])('%j beside %j: %s', (pin, more, message) => {
  const issue = whyNotPin({ teacherId: 'a', ...pin }, { ...pinFacts, ...more })
  if (message === undefined) expect(issue).toBeUndefined()
  else expect(issue?.message).toContain(message)
})
