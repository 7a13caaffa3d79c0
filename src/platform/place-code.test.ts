import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPlaceCode, checkToldCode, nextCodeAt, placeCode, toldCode, toldUntil } from './place-code.ts'

const place = { placeId: '0190aaaa-0000-7000-8000-000000000001', secret: Buffer.alloc(32, 7) }
const other = { ...place, placeId: '0190aaaa-0000-7000-8000-000000000002' }
const noon = new Date('2026-10-12T04:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const scanned = (code: string, placeId = place.placeId) => ({ placeId, code })

test('a code is short enough to stand in an address', () => {
  expect(placeCode(place, noon)).toMatch(/^[0-9a-z]{5,7}\.[\w-]{14}$/)
})

test.each([
  [0, 'valid'],
  [59, 'valid'],
  [60, 'valid'],
  [119, 'valid'],
  [120, 'expired'],
  [86_400, 'expired'],
  [-60, 'expired'],
])('%i seconds after it was shown a code is %s', (seconds, verdict) => {
  const checked = checkPlaceCode(place, scanned(placeCode(place, noon)), after(seconds))
  expect(checked).toEqual({ verdict, shownAt: noon })
})

test('a code of another place is told as that, be it right or wrong there', () => {
  const code = placeCode(other, noon)
  expect(checkPlaceCode(place, scanned(code, other.placeId), noon)).toEqual({ verdict: 'other' })
  expect(checkPlaceCode(place, scanned(code), noon)).toEqual({ verdict: 'forged' })
})

test('a code of another key is forged', () => {
  const theirs = placeCode({ ...place, secret: randomBytes(32) }, noon)
  expect(checkPlaceCode(place, scanned(theirs), noon)).toEqual({ verdict: 'forged' })
})

test('nothing but what the place itself made is valid', () => {
  const code = placeCode(place, noon)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z]{1,9}\.[\w-]{14}$/)), (text) => {
      fc.pre(text.trim() !== code)
      expect(checkPlaceCode(place, scanned(text), noon).verdict).toBe('forged')
    }),
  )
})

test('an older time on a code that was seen is forged: the time is signed', () => {
  const [step = '', mac = ''] = placeCode(place, noon).split('.')
  const later = `${(Number.parseInt(step, 36) + 2).toString(36)}.${mac}`
  expect(checkPlaceCode(place, scanned(later), after(120)).verdict).toBe('forged')
})

test('the next code comes with the next minute', () => {
  expect(nextCodeAt(after(13))).toEqual(after(60))
})

test.each([
  [0, 'valid'],
  [599, 'valid'],
  [600, 'expired'],
  [3000, 'expired'],
])('%i seconds after they were told, digits are %s', (seconds, verdict) => {
  expect(checkToldCode(place, toldCode(place, noon), after(seconds)).verdict).toBe(verdict)
})

test('digits are six, may be typed with a blank, and hold as long as is said', () => {
  const digits = toldCode(place, noon)
  expect(digits).toMatch(/^\d{6}$/)
  expect(checkToldCode(place, ` ${digits.slice(0, 3)} ${digits.slice(3)}`, noon).verdict).toBe('valid')
  expect(checkToldCode(place, digits, new Date(toldUntil(noon).getTime() - 1)).verdict).toBe('valid')
  expect(toldCode(other, noon)).not.toBe(digits)
})

test.each(['', '12345', '1234567', 'abcdef'])('%j are no digits of the place', (digits) => {
  expect(checkToldCode(place, digits, noon)).toEqual({ verdict: 'forged' })
})
