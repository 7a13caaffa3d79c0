// @ts-check
/**
 * The press: draws charts and sets pages, in a thread of its own, for both hold a processor for longer than a server may
 * keep its other readers waiting. It knows no template and no font but those it is handed.
 */
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Resvg } from '@resvg/resvg-js'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/**
 * @typedef {{ id: number, kind: 'draw', option: any, width: number, height: number, family: string }} Draw
 * @typedef {{ id: number, kind: 'picture', svg: string, width: number, family: string, fontFiles: string[] }} Picture
 * @typedef {{ id: number, kind: 'typeset', template: string, data: string, fontFolders: string[] }} Typeset
 */

use([BarChart, LineChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer])

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

/** A chart as SVG. @param {Draw} asked */
function draw({ option, width, height, family }) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ ...option, textStyle: { fontFamily: family } })
  const svg = withoutSerials(chart.renderToSVGString())
  chart.dispose()
  return svg
}

/** The same in dots, for programs that draw no SVG. @param {Picture} asked */
function picture({ svg, width, family, fontFiles }) {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: family }
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, background: 'white', font }).render().asPng()
}

/** The library numbers its charts since the thread began; the same chart must be the same text. @param {string} svg */
const withoutSerials = (svg) => svg.replace(/\bzr\d+-/g, 'zr-')

/** @type {Map<string, NodeCompiler>} */
const compilers = new Map()

/** Sets pages as PDF/A, which refuses a sign that no font can show. @param {Typeset} asked */
function typeset({ template, data, fontFolders }) {
  const key = fontFolders.join('\n')
  const compiler = compilers.get(key) ?? NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: fontFolders }] })
  compilers.set(key, compiler)
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data } })
  const failure = compiled.takeError()
  if (failure || !compiled.result)
    throw new Error(failure ? JSON.stringify(compiler.fetchDiagnostics(failure)) : 'no pages')
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b' })
  compiler.evictCache(10)
  return { pdf, pages: compiled.result.numOfPages }
}

/** @param {Draw | Picture | Typeset} asked */
function answer(asked) {
  if (asked.kind === 'draw') return draw(asked)
  return asked.kind === 'picture' ? picture(asked) : typeset(asked)
}

port.on('message', (/** @type {Draw | Picture | Typeset} */ asked) => {
  try {
    port.postMessage({ id: asked.id, result: answer(asked) })
  } catch (error) {
    port.postMessage({ id: asked.id, failure: error instanceof Error ? error.message : String(error) })
  }
})
