import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { hues } from './theme.ts'

use([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  AriaComponent,
  SVGRenderer,
])

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const base = {
  color: hues,
  textStyle: { fontFamily: 'inherit', color: '#1f2328', fontSize: 13 },
  aria: { enabled: true, decal: { show: false } },
}

export interface ChartGiven {
  option: EChartsCoreOption
  label: string
  height: number
}

/** The chart itself, in a chunk of its own; pages use Chart. */
export default function EChart({ option, label, height }: ChartGiven) {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(null)
  useEffect(() => {
    const drawn = init(element.current!, undefined, { renderer: 'svg' })
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(element.current!)
    return () => {
      watch.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    const aria = { ...base.aria, label: { description: label } }
    chart.current?.setOption({ ...base, aria, animation: !still(), animationDuration: 250, ...option }, true)
  }, [option, label])
  return <div ref={element} role="img" aria-label={label} style={{ height }} />
}
