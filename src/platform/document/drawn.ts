import type { Block, Chart } from '#shared/block.ts'
import { cellInWords } from '#shared/block-words.ts'
import { chartOption } from '#shared/chart-option.ts'
import { CHART_FACE, chartFontFiles } from './fonts.ts'
import { CHART_HEIGHT, TEXT_WIDTH } from './measures.ts'
import type { Press } from './press.ts'

type Word = Exclude<Block, Chart>
export type DrawnBlock = Word | (Chart & { svg: string })
export type PicturedBlock = Word | (Chart & { svg: string; png: Uint8Array })

const WIDTH = Math.round(TEXT_WIDTH)
const HEIGHT = Math.round(CHART_HEIGHT)
/** 220 dots to an inch. */
const DOTS = WIDTH * 3

/** The blocks with their charts drawn: one drawing serves every format. */
export const draw = (press: Press, blocks: readonly Block[]): Promise<DrawnBlock[]> =>
  Promise.all(
    blocks.map(async (block) => {
      if (block.kind !== 'chart') return block
      const how = { width: WIDTH, height: HEIGHT, family: CHART_FACE }
      return { ...block, svg: await press.ask('draw', { option: chartOption(block, 11), ...how }) }
    }),
  )

/** The same with pictures beside the drawings, for Word. */
export const withPictures = (press: Press, blocks: readonly DrawnBlock[]): Promise<PicturedBlock[]> =>
  Promise.all(
    blocks.map(async (block) => {
      if (block.kind !== 'chart') return block
      const how = { width: DOTS, family: CHART_FACE, fontFiles: chartFontFiles() }
      return { ...block, png: await press.ask('picture', { svg: block.svg, ...how }) }
    }),
  )

/** What a chart shows, for those who do not see it: every value in words. */
export function describeChart({ title, categories, series, unit, decimals }: Chart): string {
  const lines = series.map(({ name, values }) => {
    const points = categories.map((category, index) => `${category} ${cellInWords(values[index], { decimals })}`)
    return `${name}（${unit}）：${points.join('，')}`
  })
  return `${title}。${lines.join('；')}。`
}
