import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx'
import { ADVANCE, BODY, CAPTION, CELL_LINE, PITCH, SMALL, TITLE, twips } from './measures.ts'

const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
const face = (eastAsia: string) => ({ ...latin, eastAsia })
/** As Word on the office's machines calls the typefaces of GB/T 9704; where one is missing Word takes what is nearest. */
export const wordFaces = {
  body: face('仿宋_GB2312'),
  title: face('方正小标宋简体'),
  black: face('黑体'),
  script: face('楷体_GB2312'),
  folio: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' },
}

/** Twentieths of a point that each character gives up, so that 28 stand on a line. */
export const TRACKING = Math.floor((ADVANCE - BODY) * 20)

export const exactly = (points: number) =>
  ({ before: 0, after: 0, line: twips(points), lineRule: LineRuleType.EXACT }) as const
/** Every line counts on a page of 22: none is moved for the sake of its neighbours. */
const still = { widowControl: false } as const
const onGrid = { spacing: exactly(PITCH), ...still }
const indented = { indent: { firstLine: twips(ADVANCE * 2), firstLineChars: 200 } }
const half = (points: number) => points * 2

const heading = (font: (typeof wordFaces)['black'], outlineLevel: number, bold = false) => ({
  run: { font, size: half(BODY), bold, color: '000000', characterSpacing: TRACKING },
  paragraph: { ...onGrid, ...indented, keepNext: true, outlineLevel },
})

/** The styles of the document: a person who goes on writing in Word finds them by name. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: wordFaces.body, size: half(BODY), language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly(PITCH) },
    },
    heading1: heading(wordFaces.black, 0),
    heading2: heading(wordFaces.script, 1),
    heading3: heading(wordFaces.body, 2),
  },
  paragraphStyles: [
    {
      id: 'GwTitle',
      name: '公文标题',
      quickFormat: true,
      run: { font: wordFaces.title, size: half(TITLE) },
      paragraph: { ...onGrid, alignment: AlignmentType.CENTER },
    },
    {
      id: 'GwBody',
      name: '公文正文',
      quickFormat: true,
      run: { font: wordFaces.body, size: half(BODY), characterSpacing: TRACKING },
      paragraph: { ...onGrid, ...indented, alignment: AlignmentType.BOTH },
    },
    {
      id: 'GwLine',
      name: '公文附加行',
      quickFormat: true,
      run: { font: wordFaces.body, size: half(BODY), characterSpacing: TRACKING },
      paragraph: onGrid,
    },
    {
      id: 'GwMark',
      name: '公文副题',
      run: { font: wordFaces.script, size: half(BODY), characterSpacing: TRACKING },
      paragraph: { ...onGrid, alignment: AlignmentType.CENTER },
    },
    {
      id: 'GwCaption',
      name: '图表题',
      run: { font: wordFaces.black, size: half(CAPTION) },
      paragraph: { ...onGrid, alignment: AlignmentType.CENTER, keepNext: true },
    },
    {
      id: 'GwCell',
      name: '表格文字',
      run: { font: wordFaces.body, size: half(SMALL) },
      paragraph: { spacing: exactly(CELL_LINE), ...still },
    },
  ],
}
