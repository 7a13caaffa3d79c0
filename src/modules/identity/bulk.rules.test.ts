import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBulk } from './bulk.rules.ts'
import { BULK_MOST } from './invitation.contract.ts'

const schools = [
  { id: 1, name: '闵行区第一小学', shortName: '一小' },
  { id: 2, name: '闵行区第二小学', shortName: '二小' },
  { id: 3, name: '春申中学', shortName: '春申' },
  { id: 4, name: '春申中学东校', shortName: '春申' },
]
const whyNot = (text: string) => readBulk(text, schools).faults.map(({ why }) => why)

test('a pasted list is read by tab, comma or blank; headings and empty lines are passed over', () => {
  const text = '学校\t姓名\t电话\n一小\t王一\t13800000000\n\n二小，李二\n春申中学 赵三 021-6400 0000\n只有学校'
  expect(readBulk(text, schools).lines.map(({ name }) => name)).toEqual(['王一', '李二', '赵三'])
  expect(readBulk('"一小","王一","１３８００００００００"', schools).lines).toEqual([
    { school: '一小', name: '王一', phone: '13800000000' },
  ])
  expect(readBulk('一小\t王一\twang@example.com\t13800000000', schools).lines).toEqual([
    { school: '一小', name: '王一', phone: '13800000000', mail: 'wang@example.com' },
  ])
  expect(readBulk('春申中学 赵三 021-6400 0000', schools).lines).toEqual([
    { school: '春申中学', name: '赵三', phone: '021-6400 0000' },
  ])
})

test('headings say what stands in which column, and others are passed over', () => {
  const text = '序号,姓名,学校名称,角色,备注,手机\n1,王一,一小,联络员,新任,13800000000'
  expect(readBulk(text, schools)).toEqual({
    lines: [{ school: '一小', name: '王一', phone: '13800000000' }],
    faults: [],
    left: '',
  })
})

test.each([
  ['一小', '请写成：学校、姓名、电话'],
  ['一小\t\t13800000000', '请写成：学校、姓名、电话'],
  ['三小\t王一', '学区里没有“三小”，请写学校的全称或简称'],
  ['闵行区第三小学\t王一', '学区里没有“闵行区第三小学”，最接近的是“闵行区第一小学”'],
  ['春申\t王一', '叫“春申”的学校不止一所，请写全称'],
  ['一小\t王一\t1380000000', '手机号应是 11 位'],
  ['一小\t王一\t13800000000 13900000000', '电话只写一个号码，用数字'],
  ['一小\t王一\twang＠example.com', '邮箱格式不对'],
  ['一小\t王一\twang@example', '邮箱格式不对'],
  ['一小\t王一\t校长', '这里只邀请学校联络员，“校长”请用“邀请”单独请'],
  ['一小\t王一\t新任', '多出了“新任”，每行只写学校、姓名、电话'],
  ['学校,姓名,电话\n一小,王一,校长', '这里只邀请学校联络员，“校长”请用“邀请”单独请'],
  ['学校,姓名,电话\n一小,王一,没有', '电话只写一个号码，用数字'],
  ['学校,姓名,角色\n一小,王一,教导主任', '这里只邀请学校联络员，“教导主任”请用“邀请”单独请'],
])('%s: %s', (text, why) => expect(whyNot(text)).toEqual([why]))

test('who stands twice in the list is marked the second time; the others go', () => {
  const { lines, faults } = readBulk('一小 王一\n二小 王一\n闵行区第一小学 王一', schools)
  expect(lines).toHaveLength(2)
  expect(faults).toEqual([{ at: 3, text: '闵行区第一小学 王一', why: '闵行区第一小学的王一前面已经写过' }])
})

test('what is left to put right keeps its headings', () => {
  expect(readBulk('姓名,学校\n王一,一小\n李二,没有的学校', schools).left).toBe('姓名,学校\n李二,没有的学校')
})

test('what is too much for once stays behind', () => {
  const text = Array.from({ length: BULK_MOST + 2 }, (_, at) => `一小\t王${at}`).join('\n')
  const { lines, faults } = readBulk(text, schools)
  expect([lines.length, faults.map(({ at }) => at)]).toEqual([BULK_MOST, [BULK_MOST + 1, BULK_MOST + 2]])
})

test('whatever is pasted, each line is read, passed over or named as a fault', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 }).filter((line) => !/[\r\n]/.test(line))), (lines) => {
      const { lines: read, faults } = readBulk(lines.join('\n'), schools)
      expect(read.length + faults.length).toBeLessThanOrEqual(lines.length)
      for (const { school, name } of read) expect(school && name).toBeTruthy()
      for (const { at, why } of faults) expect(lines[at - 1]?.trim() && why).toBeTruthy()
    }),
  )
})
