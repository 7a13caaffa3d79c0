import { describe, expect, test } from 'vitest'
import type { Base, GuideContent } from './guide.contract.ts'
import { guideDocument } from './guide-document.rules.ts'
import { byTheme, differences, titleOf } from './guide.rules.ts'

const base = (name: string, more: Partial<Base> = {}): Base => ({
  ...{ id: name, name, kind: '企业', school: '', address: '光华路1号', longitude: 121.4, latitude: 31.07 },
  ...{ contactName: '王老师', contactPhone: '021-1', stages: ['小学'], themes: ['科技'], about: '', howToVisit: '' },
  ...{ safety: '', access: '', agreementUntil: null },
  ...more,
})
const content = (bases: Base[], more: Partial<GuideContent> = {}): GuideContent => ({
  ...{ title: '指南', preface: '', contact: '', office: '颛桥镇学区办公室', bases },
  ...more,
})

test.each([
  ['颛桥镇学区', '颛桥镇中小幼学生社会实践和职业体验指南'],
  ['春申教育集团', '春申中小幼学生社会实践和职业体验指南'],
])('the guide of %s is called %s', (cluster, title) => {
  expect(titleOf(cluster)).toBe(title)
})

describe('differences', () => {
  test('say which base is new, which is gone, and what is said otherwise', () => {
    const before = content([base('船模馆'), base('面包坊')])
    const after = content([
      base('船模馆', { contactPhone: '021-2', stages: ['小学', '初中'], access: '有坡道' }),
      base('农场'),
    ])
    expect(differences(before, after)).toEqual([
      '新增企业：农场。',
      '不再列入企业：面包坊。',
      '船模馆：联系电话由“021-1”改为“021-2”；补充了无障碍：有坡道；学段由“小学”改为“小学、初中”。',
    ])
  })

  test('tell of title and preface, and of a place that moved', () => {
    const after = content([base('船模馆', { longitude: 121.5 })], { title: '新指南', preface: '' })
    expect(differences(content([base('船模馆')], { preface: '旧' }), after)).toEqual([
      '书名由“指南”改为“新指南”。',
      '去掉了前言（原为“旧”）。',
      '船模馆：地图上的位置有变化。',
    ])
  })

  test('are none between a state and itself', () => {
    expect(differences(content([base('船模馆')]), content([base('船模馆')]))).toEqual([])
  })
})

test('a base is told of once, under its first theme, and named under the others', () => {
  const bases = [base('船模馆', { themes: ['科技', '海洋'] }), base('农场', { themes: [] }), base('天文台')]
  const names = byTheme(bases).map(({ theme, bases: told, also }) => [theme, told.length, also.length])
  expect(names).toEqual([['科技', 2, 0], ['海洋', 0, 1], ['其他主题', 1, 0]]) // prettier-ignore
})

test('what lies inside schools is a table of its own', () => {
  const lab = base('创客空间', { school: '颛桥中学', kind: '创新实验室', themes: [] })
  const { blocks } = guideDocument(content([lab]), { number: 0, day: '2026-09-01' })
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'table'])
  expect(blocks.at(-1)).toMatchObject({ rows: [['颛桥中学', '创客空间', '创新实验室', '小学']] })
})

test('the document begins with the stages and says only what is on file', () => {
  const told = content([base('船模馆', { safety: '勿倚靠展柜。' })], { preface: '致老师' })
  const { blocks, marks, signature } = guideDocument(told, { number: 2, day: '2026-09-01' })
  expect(marks).toEqual(['（第 2 版）'])
  expect(signature).toBe('颛桥镇学区办公室')
  expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({
    rows: [['船模馆', '科技', null, '可', null, null, null]],
  })
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  expect(texts).toEqual(['致老师', '类型：企业。', '适合学段：小学。', '地址：光华路1号。', '联系：王老师，021-1。', '安全提示：勿倚靠展柜。']) // prettier-ignore
})
