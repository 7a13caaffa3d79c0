import { expect, test } from 'vitest'
import { walkNumberInWords, walkPaper, whyNotGoOn } from './walk.rules.ts'

const at = (time: string, day = '2026-10-13') => new Date(`${day}T${time}:00+08:00`)

test('a walk goes on until the end of its day, by the office’s clock', () => {
  const walk = { startedAt: at('08:30'), doneAt: null }
  expect(whyNotGoOn(walk, at('23:59'))).toBeUndefined()
  expect(whyNotGoOn(walk, at('00:00', '2026-10-14'))?.message).toBe(
    '这次研学是2026年10月13日开始的，已经过了当天，请重新开始。',
  )
  expect(whyNotGoOn({ ...walk, doneAt: at('11:00') }, at('12:00'))?.message).toBe('这次研学已经走完，不用再签到。')
})

test('the certificate says who walked what, with the times and how to check it', () => {
  const stops = [
    { name: '航天科普馆', task: '看火箭模型', cameAt: at('09:05') },
    { name: '光华桥', task: '', cameAt: at('10:20') },
  ]
  const paper = walkPaper(
    { route: '行走光华路', school: '示例小学', classes: '四（1）班', headCount: 38, leader: '王小明', stops, doneAt: at('10:20'), number: walkNumberInWords({ numberYear: 2026, number: 3 }), code: '7K2MABCDEFGH', office: '示例学区办公室' }, // prettier-ignore
    'https://yz.example',
  )
  const text = JSON.stringify(paper.blocks)
  expect(paper.number).toBe('研学证〔2026〕3号')
  expect(text).toContain('示例小学四（1）班师生 38 人，由王小明带队，于2026年10月13日走完研学路线“行走光华路”全部 2 站')
  expect(text).toContain('["航天科普馆","看火箭模型","09:05"],["光华桥",null,"10:20"]')
  expect(text).toContain('7K2M-ABCD-EFGH')
  expect(text).toContain('https://yz.example/verify/7K2MABCDEFGH')
})
