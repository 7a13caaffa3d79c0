import { expect, test } from 'vitest'
import { whoseLedger } from './whose.rules.ts'

const says = (cluster?: string, schoolYear?: number) => ({ cluster, schoolYear })
const nothing = says()

test.each([
  ['titles and file name agree', nothing, says('甲学区', 2023), [says('甲学区', 2023), nothing], '甲学区', 2023],
  ['only the titles say', nothing, nothing, [says('甲学区', 2023), says('甲学区', 2023)], '甲学区', 2023],
  ['only the file name says', nothing, says('甲学区', 2023), [nothing], '甲学区', 2023],
  ['the year of the file name counts', nothing, says(undefined, 2023), [says('甲学区', 2022)], '甲学区', 2023],
  ['the cluster of the titles counts', nothing, says('乙学区', 2023), [says('甲学区', 2023)], '甲学区', 2023],
  [
    'most titles count',
    nothing,
    nothing,
    [says('甲学区', 2023), says('甲学区', 2023), says('甲学区', 2022)],
    '甲学区',
    2023,
  ],
  ['what was asked for counts', says('丙学区', 2021), says('甲学区', 2023), [nothing], '丙学区', 2021],
  ['nobody says', nothing, nothing, [nothing], undefined, undefined],
  ['two titles differ', nothing, nothing, [says('甲学区', 2023), says('乙学区', 2022)], undefined, undefined],
] as const)('%s', (_, asked, fileName, titles, cluster, schoolYear) => {
  expect(whoseLedger({ asked, fileName, titles })).toMatchObject({ cluster, schoolYear })
})
