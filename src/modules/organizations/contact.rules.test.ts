import { expect, test } from 'vitest'
import { maskPhone, shownContact } from './contact.rules.ts'

test.each([
  ['13812345678', '138****5678'],
  ['021-54321000', '021*****1000'],
  ['54321', '*****'],
])('%s is shown as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

test('who sees names sees name and number', () => {
  const contact = { name: '王建国', phone: '13812345678' }
  expect(shownContact(contact, true)).toEqual({ ...contact, masked: false })
  expect(shownContact(contact, false)).toEqual({ name: '王**', phone: '138****5678', masked: true })
  expect(shownContact({ name: '王建国', phone: null }, false).phone).toBeNull()
})
