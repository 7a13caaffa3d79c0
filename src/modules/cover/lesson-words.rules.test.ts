import { expect, test } from 'vitest'
import { className } from '#shared/school-class.ts'
import { isClassName, periodsIn } from './lesson-words.rules.ts'

test.each([
  ['3', [3]], ['第3节', [3]], ['第三节', [3]], ['十二', [12]], ['3-4', [3, 4]], ['第3-4节', [3, 4]], ['5、6', [5, 6]],
  ['0', undefined], ['15', undefined], ['4-3', undefined], ['上午', undefined],
] as const)('the periods %s are %j', (text, periods) => expect(periodsIn(text)).toEqual(periods)) // prettier-ignore

test.each([['七（3）班', true], ['初一(2)', true], ['701班', true], ['高二3', true], ['数学', false], ['王芳', false]] as const)(
  '%s is a class: %s',
  (text, expected) => expect(isClassName(text)).toBe(expected),
) // prettier-ignore

test.each([['七(3)班', '七（3）班'], ['七（3）', '七（3）班'], ['701班', '701班'], [' 初一 2', '初一2班']])(
  'the class %s is written %s',
  (text, written) => expect(className(text)).toBe(written),
) // prettier-ignore
