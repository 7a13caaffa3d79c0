import { expect, test } from 'vitest'
import { sampleWeek } from './sample.rules.ts'

test('the sample’s week is one that would be taken: nobody and no class is in two places at once', () => {
  const teachers = Array.from({ length: 20 }, (_, n) => ({ teacherId: `t${n}`, subject: '数学' }))
  const lessons = sampleWeek(teachers, ['一（1）班', '一（2）班', '二（1）班', '二（2）班', '三（1）班'])
  expect(lessons.length).toBeGreaterThan(100)
  for (const who of ['teacherId', 'className'] as const) {
    const places = lessons.map((one) => `${one.weekday}-${one.period}-${one[who]}`)
    expect(new Set(places).size).toBe(places.length)
  }
})
