import { expect, test } from 'vitest'
import { isSameContact, maskPhone, shownContact } from './contact.rules.ts'

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

test('two entries are one contact where name, phone and some day are the same', () => {
  const one = { name: '王建国', phone: '13812345678', fromDay: '2022-09-01', untilDay: '2023-08-31' }
  expect(isSameContact(one, { ...one, fromDay: '2023-08-31', untilDay: null })).toBe(true)
  expect(isSameContact(one, { ...one, fromDay: '2023-09-01', untilDay: null })).toBe(false)
  expect(isSameContact(one, { ...one, phone: '13812345679' })).toBe(false)
  expect(isSameContact({ ...one, phone: '' }, { ...one, phone: null })).toBe(true)
  expect(isSameContact(one, { ...one, name: '王国建' })).toBe(false)
})
