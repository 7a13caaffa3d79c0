import { expect, test } from 'vitest'
import { withRegister } from './typed-lines.ts'

const line = (subject: string, filled: number, established: number | null) => ({
  ...{ stage: '小学', subject, established, filled, leaving: 0, fromDay: null, note: null },
})

test('what was typed stays, who teaches is counted anew, and a subject that came since stands below', () => {
  const typed = [line('语文', 5, 8), line('书法', 0, 1)]
  const found = [line('语文', 6, 5), line('数学', 4, null)]
  expect(withRegister(typed, found)).toEqual([line('语文', 6, 8), line('书法', 0, 1), line('数学', 4, null)])
})
