import { expect, test } from 'vitest'
import { siteStateOf } from './site.rules.ts'

const none = { closedOn: null, agreementFrom: null, agreementUntil: null }
test.each([
  [{}, '可预约'],
  [{ agreementUntil: '2026-08-31' }, '协议已到期'],
  [{ agreementUntil: '2026-09-01' }, '协议快到期'],
  [{ agreementUntil: '2026-10-30' }, '协议快到期'],
  [{ agreementUntil: '2026-10-31' }, '可预约'],
  [{ agreementFrom: '2026-09-02' }, '协议未开始'],
  [{ closedOn: '2026-09-01', agreementUntil: '2026-08-31' }, '已停用'],
])('a partner with %j is told as %s', (agreed, state) => {
  expect(siteStateOf({ ...none, ...agreed }, '2026-09-01')).toBe(state)
})
