import { expect, test } from 'vitest'
import { distanceInWords, judgePosition, metresBetween, nearestTo, positionRule } from './position.ts'

const gym = { longitude: 121.4, latitude: 31.07 }
/** So many metres north of the gym: a degree of latitude is 111.195 km long. */
const north = (metres: number, accuracy = 10) => ({ ...gym, latitude: gym.latitude + metres / 111_195, accuracy })

test('a distance that is known: from the Bund to the Oriental Pearl Tower it is some 900 metres', () => {
  const metres = metresBetween({ longitude: 121.4903, latitude: 31.2397 }, { longitude: 121.4998, latitude: 31.2397 })
  expect(metres).toBeCloseTo(903, 0)
  expect(metresBetween(gym, gym)).toBe(0)
})

test.each([
  [0, 10, 'near'],
  [209, 10, 'near'],
  [212, 10, 'far'],
  [298, 100, 'near'],
  [302, 100, 'far'],
  [302, 150, 'far'],
  [0, 151, 'weak'],
  [5000, 2000, 'weak'],
  [0, Number.NaN, 'weak'],
])('%i metres away, known to %i metres: %s', (metres, accuracy, verdict) => {
  expect(judgePosition(gym, north(metres, accuracy))).toMatchObject({ verdict, metres })
})

test('of two readings the nearer one counts, whichever comes first', () => {
  expect(nearestTo(gym, [north(500), north(20)])).toEqual(north(20))
  expect(nearestTo(gym, [north(20), north(500)])).toEqual(north(20))
})

test('every refusal says what to do instead', () => {
  expect(judgePosition(gym, north(0, 480)).words).toBe('定位信号弱（误差约 480 米），请扫现场二维码或向场馆要备用码。')
  expect(judgePosition(gym, north(1234)).words).toBe(
    '手机离场地约 1.2 公里，还没有到场；已在现场的，请扫现场二维码或向场馆要备用码。',
  )
  expect(judgePosition(null, north(0)).words).toBe('这个场地还没有标在地图上，请扫现场二维码或向场馆要备用码。')
  expect(judgePosition(gym, north(0)).words).toBe('')
})

test('the rule is told in one sentence', () => {
  expect(positionRule).toBe(
    '定位签到：手机离场地 200 米以内（另计定位误差，最多 100 米）才算到场；误差大于 150 米的定位不作准。有的手机报的是 GCJ-02 坐标，两种坐标取离场地近的。',
  )
})

test.each([
  [4, '0 米'],
  [347, '350 米'],
  [1240, '1.2 公里'],
])('%i metres are told as %s', (metres, words) => {
  expect(distanceInWords(metres)).toBe(words)
})
