import { dayInWords } from '#shared/day.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Forecast } from './forecast.rules.ts'
import { inShort } from '#shared/numbers.ts'

const percent = (share: number) => `${Math.round(share * 100)}%`

/** How a forecast was worked out, so that whoever doubts it can do the sum again. */
export function forecastInWords(forecast: Forecast, { unit, today }: { unit: string; today: string }): string {
  const { how, soFar, past, low, high } = forecast
  const now = `到${dayInWords(today)}有 ${inShort(soFar ?? 0)} ${unit}`
  if (how === 'empty') return '本学年还没有记录，无法预测。'
  if (how === 'early') return `开学不到一个月，${now}，数据太少，暂不预测。`
  if (how === 'over') return '本学年已结束，以实际数计。'
  if (how === 'as-is') return '这个数不随学年逐日增加，以现有数据计。'
  if (how === 'linear') return `${now}，没有往年的进度可比，按天数平均推算；上下限是未来部分增减三成。`
  const paces = past.map(({ year, reached }) => `${schoolYearName(year)}同日已完成全年的 ${percent(reached)}`)
  const range = past.length > 1 ? '上下限是只按其中一年推算的最小值和最大值。' : '上下限是未来部分增减一成半。'
  return `${now}；${paces.join('，')}，据此推算。${low === high ? '' : range}`
}
