import { expect, test } from 'vitest'
import { whyNotApply, whyNotDecide } from './call.rules.ts'

test('one applies from the first day to the last', () => {
  const call = { from: '2023-09-01', until: '2023-09-30' }
  expect(['2023-08-31', '2023-09-01', '2023-09-30', '2023-10-01'].map((day) => whyNotApply(call, day)?.code)).toEqual(['studios.notOpen', undefined, undefined, 'studios.notOpen']) // prettier-ignore
})

test('an application is decided once, and no more are chosen than there are places', () => {
  expect(whyNotDecide('待评选', '入选', { places: 2, chosen: 1 })).toBeUndefined()
  expect(whyNotDecide('待评选', '入选', { places: 2, chosen: 2 })).toMatchObject({ code: 'studios.placesGone' })
  expect(whyNotDecide('待评选', '未入选', { places: 2, chosen: 2 })).toBeUndefined()
  expect(whyNotDecide('已撤回', '未入选', { places: 2, chosen: 0 })).toMatchObject({ code: 'studios.decidedAlready' })
})
