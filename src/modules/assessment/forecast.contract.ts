import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

/** What a figure will probably be when the running school year ends. */
export const FigureForecast = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  how: z.enum(['pace', 'linear', 'as-is', 'early', 'empty', 'over']),
  /** As it stands today, in the figure's unit. */
  now: z.number().nullable(),
  low: z.number().nullable(),
  mid: z.number().nullable(),
  high: z.number().nullable(),
  /** The year before, whole. */
  last: z.object({ year: z.number(), value: z.number() }).nullable(),
  /** How it was worked out. */
  words: z.string(),
  /** What this year's rules will say: all of the range meets, none does, or it is open. */
  rules: z.array(
    z.object({
      packName: z.string(),
      clause: z.string(),
      target: z.string(),
      outlook: z.enum(['met', 'missed', 'open', 'no-data']),
    }),
  ),
})
export type FigureForecast = z.infer<typeof FigureForecast>

export const forecastApi = {
  /** The running school year's figures at its end; of one figure where one is named. */
  list: get('/api/units/:unitId/forecasts', {
    title: '年底预测',
    params: z.object({ unitId }),
    query: z.object({ code: z.string().max(60).optional() }),
    reply: z.object({ year: z.number(), today: z.string(), forecasts: z.array(FigureForecast) }),
  }),
}
