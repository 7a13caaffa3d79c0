import { describe, expect, test } from 'vitest'
import { emptyContent, type Lesson } from './content.contract.ts'
import { aboutDifferences, wordsOfAbout } from './about.rules.ts'
import type { Told } from './entry.contract.ts'
import {
  aboutAfter,
  audienceAfter,
  bylineOf,
  isWebAddress,
  whyNotChange,
  whyNotLessons,
  whyNotSubmit,
  whyNotWrite,
  withIds,
} from './entry.rules.ts'

const lesson = (title: string, more: Partial<Lesson> = {}): Lesson => ({
  ...{ id: '', title, minutes: 40, goals: '', steps: '', materials: [] },
  ...more,
})
const content = { ...emptyContent, summary: '做船', goals: '会做船', lessons: [lesson('认识船')] }
const written = {
  state: '编写中' as const,
  name: '船模',
  published: 0,
  content,
  kinds: [],
  kindsSought: [],
  audienceSought: null,
  aboutSought: null,
}
const about: Told = { stages: ['小学'], subject: null, theme: '科技', licence: '署名' }
const link = (address: string) => ({ id: '', kind: 'link' as const, title: '视频', fileId: null, address })

describe('sending a course to be reviewed', () => {
  test('needs a summary, goals and lessons with names; all that is missing is said at once', () => {
    expect(whyNotSubmit(written, undefined)).toBeUndefined()
    const problem = whyNotSubmit({ ...written, content: { ...emptyContent, lessons: [lesson(' ')] } }, undefined)
    expect(problem?.message).toBe('还不能送审：课程简介还是空的，课程目标还是空的，第 1 课时没有名称。')
    expect(whyNotSubmit({ ...written, content: { ...content, lessons: [] } }, undefined)?.message).toContain(
      '还没有课时',
    )
  })

  test('is for what differs from the last version', () => {
    const again = { ...written, published: 2 }
    expect(whyNotSubmit(again, { name: '船模', content })?.code).toBe('courses.nothingNew')
    expect(whyNotSubmit(again, { name: '船模制作', content })).toBeUndefined()
    expect(whyNotSubmit(again, { name: '船模', content: { ...content, goals: '' } })).toBeUndefined()
  })

  test('or asks to be shown to more, or to be called more than it is', () => {
    const again = { ...written, published: 1, kinds: ['特色' as const] }
    const why = (more: object) => whyNotSubmit({ ...again, ...more }, { name: '船模', content })?.code
    expect(why({ kindsSought: ['特色'] })).toBe('courses.nothingNew')
    expect(why({ kindsSought: ['特色', '精品'] })).toBeUndefined()
    expect(why({ audienceSought: '公开' })).toBeUndefined()
    expect(why({ aboutSought: about })).toBeUndefined()
  })

  test('keeps it as it is until it comes back', () => {
    expect(whyNotWrite({ state: '专家评审' })?.message).toContain('课程正在专家评审，不能修改')
    for (const state of ['编写中', '已入库'] as const) expect(whyNotWrite({ state })).toBeUndefined()
  })
})

test('what may not be adapted is not', () => {
  expect(whyNotChange('署名-非商业-禁止改编')?.code).toBe('courses.mayNotChange')
  for (const licence of ['署名', undefined]) expect(whyNotChange(licence)).toBeUndefined()
})

test('the byline names each school once, in the order of the authors', () => {
  const author = (name: string, school: string) => ({ name, school })
  const all = [author('张三', '春申中学'), author('王五', '春申小学'), author('李四', '春申中学')]
  expect(bylineOf(all)).toBe('张三、李四（春申中学）；王五（春申小学）')
  expect(bylineOf([])).toBe('')
})

test.each([
  ['https://www.shmh.gov.cn/a?b=1', true],
  ['http://例子.中国/视频', true],
  ['www.shmh.gov.cn', false],
  ['javascript:alert(1)', false],
  ['file:///etc/hosts', false],
  ['https://localhost/', false],
  ['', false],
])('%s can be opened from anywhere: %s', (address, answer) => {
  expect(isWebAddress(address)).toBe(answer)
  const problem = whyNotLessons([lesson('一', { materials: [link(address)] })])
  expect(problem?.code).toBe(answer ? undefined : 'courses.badAddress')
})

test('ids stay, and what has none or another’s is given one', () => {
  let n = 0
  const lessons = [
    lesson('旧', { id: 'a', materials: [{ ...link('x'), id: 'm' }] }),
    lesson('新'),
    lesson('抄', { id: 'a' }),
  ]
  const given = withIds(lessons, () => `new-${++n}`)
  expect(given.map(({ id }) => id)).toEqual(['a', 'new-1', 'new-2'])
  expect(given[0]!.materials[0]!.id).toBe('m')
})

test.each([
  [0, '本校', '公开', '公开', null],
  [1, '学区', '公开', '学区', '公开'],
  [1, '公开', '本校', '本校', null],
  [1, '全区', '全区', '全区', null],
] as const)('of a course with %i versions for %s that is to be for %s', (published, audience, wanted, now, sought) => {
  expect(audienceAfter({ published, audience }, wanted)).toEqual({ audience: now, audienceSought: sought })
})

describe('what a course says of itself', () => {
  const wanted: Told = { ...about, licence: '署名-非商业' }

  test('is so at once before the first version', () =>
    expect(aboutAfter({ ...about, published: 0 }, wanted)).toEqual({ ...wanted, aboutSought: null }))

  test('waits for the next version later, and is as it was where nothing differs', () => {
    expect(aboutAfter({ ...about, published: 1 }, wanted)).toEqual({ aboutSought: wanted })
    expect(aboutAfter({ ...about, published: 1 }, about)).toEqual({ aboutSought: null })
  })

  test('is told apart line by line', () => {
    expect(wordsOfAbout(about, { ...wanted, theme: null })).toBe('主题：不写；使用许可：不用于商业；可以改编，注明作者')
    expect(aboutDifferences(about, about)).toEqual([])
  })
})
