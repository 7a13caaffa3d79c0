import { expect, test } from 'vitest'
import { districtOfCodes, withoutPlace } from './place.rules.ts'

const places = ['上海市', '闵行区', '浦东新区']

test.each([
  ['颛桥镇学区', '颛桥镇学区'],
  ['闵行区颛桥镇学区', '颛桥镇学区'],
  ['上海市 闵行区颛桥镇学区', '颛桥镇学区'],
  ['闵行区学区', '闵行区学区'],
])('%s is %s', (name, bare) => expect(withoutPlace(name, places)).toBe(bare))

test('the district is the one that most codes begin with', () => {
  const known = (id: number) => [310112, 310115].includes(id)
  expect(districtOfCodes(['学校标识码', '3101121001', '３１０１１２1002', '3101151001'], known)).toBe(310112)
  expect(districtOfCodes(['2131000001', ''], known)).toBeUndefined()
})
