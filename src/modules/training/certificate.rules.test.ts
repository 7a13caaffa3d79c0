import { expect, test } from 'vitest'
import { certificatePaper } from './certificate.rules.ts'

test('the certificate says who took part in what, what it counts as, and how to check it', () => {
  const paper = certificatePaper(
    { code: '7K2MABCDEFGH', name: '王小明', school: '示例小学', title: '命题研究', organiser: '示例学区', tier: '区级', field: '知识技能', credits: 1.2, earnedOn: '2026-03-08', evidence: '示教〔2026〕3号' }, // prettier-ignore
    'https://yz.example',
  )
  const text = JSON.stringify(paper.blocks)
  expect(text).toContain('示例小学王小明参加示例学区开设的研修课程“命题研究”，于2026年3月8日结束')
  expect(text).toContain('记区级“知识技能”1.2 学分')
  expect(text).toContain('示教〔2026〕3号')
  expect(text).toContain('7K2M-ABCD-EFGH')
  expect(text).toContain('https://yz.example/verify/7K2MABCDEFGH')
})
