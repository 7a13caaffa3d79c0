import { expect, test } from 'vitest'
import { withoutIdNumbers } from './privacy.rules.ts'

test.each([
  ['工号“31010119900307461X”不在名册中', '工号“3101**************”不在名册中'],
  ['310101900307461', '3101***********'],
  ['３１０１０１１９９００３０７４６１２', '３１０１**************'],
  ['011200001', '011200001'],
  ['3101121001 / 2023-09-01', '3101121001 / 2023-09-01'],
])('%s', (text, shown) => expect(withoutIdNumbers(text)).toBe(shown))
