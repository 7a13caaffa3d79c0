import { expect, test } from 'vitest'
import { saidOtherwise, stayOfBatch, type StayOnFile } from './same-stay.rules.ts'

const row = {
  ...{ teacherId: 't', schoolId: 1, schoolYear: 2023, fromSchoolId: 1, toSchoolId: 2, form: '定期交流' },
  ...{ startOn: '2023-09-01', endOn: null, groupNo: null, status: '已生效' },
}
const batch: StayOnFile = { ...row, batchTitle: '2023学年第一批' }
const ledger: StayOnFile = { ...row, batchTitle: null }

test('a row tells a rotation of a batch again: the same day, else the same school and school year', () => {
  expect(stayOfBatch(row, [batch])).toBe(batch)
  const later = { ...batch, startOn: '2023-09-04' }
  expect(stayOfBatch(row, [later])).toBe(later)
  expect(stayOfBatch(row, [{ ...later, schoolYear: 2022 }])).toBeUndefined()
  expect(stayOfBatch(row, [{ ...later, toSchoolId: 3 }])).toBeUndefined()
  expect(stayOfBatch(row, [{ ...later, teacherId: 'u' }])).toBeUndefined()
})

test('what a ledger brought in is the ledger’s to change, and one withdrawn is another stay but on its own day', () => {
  expect(stayOfBatch(row, [ledger])).toBeUndefined()
  expect(stayOfBatch(row, [ledger, { ...batch, startOn: '2024-02-20' }])).toBeUndefined()
  expect(stayOfBatch(row, [{ ...batch, startOn: '2023-10-01', status: '已撤销' }])).toBeUndefined()
  const withdrawn = { ...batch, status: '已撤销' }
  expect(stayOfBatch(row, [withdrawn])).toBe(withdrawn)
})

test('what differs is told at its column with what stands', () => {
  const nameOf = (id: number) => `第${id}小学`
  expect(saidOtherwise(row, batch, nameOf)).toEqual([])
  const kept = { ...batch, endOn: '2024-08-31', status: '已批准', fromSchoolId: 3 }
  expect(saidOtherwise(row, kept, nameOf)).toEqual([
    { column: '流出学校', message: '流出学校“第1小学”与批次“2023学年第一批”登记的“第3小学”不同，以批次为准，这一格不改动。' },
    { column: '状态', message: '状态“已生效”与批次“2023学年第一批”登记的“已批准”不同，以批次为准，这一格不改动。' },
  ]) // prettier-ignore
  expect(saidOtherwise({ ...row, groupNo: '组01' }, batch, nameOf)).toEqual([
    { column: '组团编号', message: '组团编号“组01”与批次“2023学年第一批”不同，批次中没有填，以批次为准，这一格不改动。' },
  ]) // prettier-ignore
})
