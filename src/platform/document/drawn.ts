import type { Block, Chart } from '#shared/block.ts'
import { cellInWords } from '#shared/block-words.ts'
import { chartOption } from '#shared/chart-option.ts'
import { CHART_FACE, chartFontFiles } from './fonts.ts'
import { CHART_HEIGHT, TEXT_WIDTH } from './measures.ts'
import type { Drawing, Press } from './press.ts'

export type DrawnBlock = Exclude<Block, Chart> | (Chart & { drawing: Drawing })

/** Pictures for programs that draw no SVG have this many dots to a point: 250 to an inch. */
const SCALE = 3.5

/** The blocks with their charts drawn: one drawing serves the PDF and the Word file. */
export async function draw(press: Press, blocks: readonly Block[]): Promise<DrawnBlock[]> {
  const size = { width: Math.round(TEXT_WIDTH), height: Math.round(CHART_HEIGHT) }
  const by = { ...size, family: CHART_FACE, fontFiles: chartFontFiles(), scale: SCALE }
  const drawn: DrawnBlock[] = []
  for (const block of blocks)
    drawn.push(
      block.kind === 'chart'
        ? { ...block, drawing: await press.ask('draw', { option: chartOption(block, 11), ...by }) }
        : block,
    )
  return drawn
}

/** What a chart shows, for those who do not see it: every value in words. */
export function describeChart({ title, categories, series, unit, decimals }: Chart): string {
  const lines = series.map(({ name, values }) => {
    const points = categories.map((category, index) => `${category} ${cellInWords(values[index], { decimals })}`)
    return `${name}（${unit}）：${points.join('，')}`
  })
  return `${title}。${lines.join('；')}。`
}
