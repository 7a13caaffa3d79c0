import { expect, test } from 'vitest'
import { codeInGroups, codeOf, plainCode } from './paper-code.ts'

test('a code is read as it was written, however it is typed', () => {
  const code = codeOf(Uint8Array.from({ length: 12 }, (_, at) => at * 17))
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
  expect(plainCode(` ${codeInGroups(code).toLowerCase()} `)).toBe(code)
  expect(plainCode(`https://yz.example/verify/${code}\n`)).toBe(code)
})
