import {
  AlignmentType,
  Document as WordDocument,
  DocumentGridType,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx'
import type { Document } from '#shared/block.ts'
import { numbered } from '#shared/block-words.ts'
import { dayInWords } from '#shared/day.ts'
import { wordTable } from './docx-table.ts'
import { styles, TRACKING, wordFaces } from './docx-styles.ts'
import { describeChart, type PicturedBlock } from './drawn.ts'
import {
  HELD_WITH_SIGNATURE,
  ADVANCE,
  CHART_HEIGHT,
  FOLIO,
  page,
  PITCH,
  TEXT_WIDTH,
  twips,
  twipsOfMm,
} from './measures.ts'
import { signedLines } from './signed.ts'
import { settled } from './settled.ts'
import { titleLines } from './title.ts'

/** The document for Word and WPS, in the form of GB/T 9704; the same document is the same bytes. */
export async function writeDocx(document: Document, drawn: readonly PicturedBlock[]): Promise<Buffer> {
  const word = new WordDocument({
    title: document.title,
    creator: document.signature || '雁阵',
    lastModifiedBy: document.signature || '雁阵',
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties,
        footers: { default: folio(AlignmentType.RIGHT), even: folio(AlignmentType.LEFT) },
        children: [...head(document), ...bodyOf(drawn), ...foot(document)],
      },
    ],
  })
  return settled(await Packer.toBuffer(word), document.day)
}

const A4 = { width: 11906, height: 16838 }
/** 7 mm under the text, and as much as the number itself is high. */
const folioFromEdge = twipsOfMm(page.bottom - 7) - twips(FOLIO * 1.3)
const properties = {
  page: {
    size: A4,
    margin: {
      top: twipsOfMm(page.top),
      bottom: twipsOfMm(page.bottom),
      left: twipsOfMm(page.left),
      right: twipsOfMm(page.right),
      header: twipsOfMm(15),
      footer: folioFromEdge,
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: twips(PITCH) },
}

/** — 1 —, one character from the outer edge. */
function folio(alignment: 'left' | 'right'): Footer {
  const indent = { [alignment]: twips(FOLIO) }
  const run = { font: wordFaces.folio, size: FOLIO * 2 }
  const children = ['— ', PageNumber.CURRENT, ' —'].map((part) => new TextRun({ ...run, children: [part] }))
  return new Footer({ children: [new Paragraph({ alignment, indent, children })] })
}

const line = (text: string, style = 'GwLine') => new Paragraph({ style, children: [new TextRun(text)] })
const empty = () => new Paragraph({ style: 'GwLine' })

/** The title, broken where its words end. */
const titleOf = (title: string) =>
  new Paragraph({
    style: 'GwTitle',
    children: titleLines(title).map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) })),
  })

function head({ number, title, marks }: Document): Paragraph[] {
  const numberLine = new Paragraph({
    style: 'GwLine',
    alignment: AlignmentType.CENTER,
    children: [new TextRun(number)],
  })
  return [
    ...(number ? [numberLine, empty()] : []),
    titleOf(title),
    ...marks.map((mark) => line(mark, 'GwMark')),
    empty(),
  ]
}

function foot({ signature, day, contact }: Document): Paragraph[] {
  const signed = signedLines(signature, dayInWords(day)).map(
    ({ text, indent }, index, all) =>
      new Paragraph({
        style: 'GwLine',
        alignment: AlignmentType.RIGHT,
        keepNext: index < all.length - 1,
        indent: { right: twips(indent * ADVANCE) },
        children: [new TextRun(text)],
      }),
  )
  return [
    ...(signed.length > 0 ? [new Paragraph({ style: 'GwLine', keepNext: true }), ...signed] : []),
    ...(contact ? [empty(), line(`（${contact}）`, 'GwBody')] : []),
  ]
}

/** The signature never stands on a page without text: the last line of the text goes with it. */
function bodyOf(drawn: readonly PicturedBlock[]): FileChild[] {
  const blocks = numbered(drawn)
  const last = blocks.at(-1)
  const lines = last?.kind === 'paragraph' ? last.text.split(/\n+/).filter(Boolean) : []
  const held = lines.pop()
  if (held === undefined || [...held].length >= HELD_WITH_SIGNATURE) return blocks.flatMap(childrenOf)
  return [
    ...blocks.slice(0, -1).flatMap(childrenOf),
    ...lines.map((text) => line(text, 'GwBody')),
    new Paragraph({ style: 'GwBody', keepNext: true, keepLines: true, children: [new TextRun(held)] }),
  ]
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

function childrenOf(block: PicturedBlock): FileChild[] {
  if (block.kind === 'heading')
    return [
      new Paragraph({
        heading: levels[block.level],
        children: [new TextRun({ text: block.text, characterSpacing: TRACKING })],
      }),
    ]
  if (block.kind === 'paragraph')
    return block.text
      .split(/\n+/)
      .filter(Boolean)
      .map((text) => line(text, 'GwBody'))
  if (block.kind === 'table') return [line(block.title, 'GwCaption'), ...wordTable(block)]
  return [line(block.title, 'GwCaption'), picture(block)]
}

type PicturedChart = Extract<PicturedBlock, { kind: 'chart' }>

/** A picture stands in a line that grows with it; the half line that follows is the space under it. */
function picture(chart: PicturedChart): Paragraph {
  const words = describeChart(chart)
  const pixels = 96 / 72
  const image = new ImageRun({
    type: 'png',
    data: Buffer.from(chart.png),
    transformation: { width: TEXT_WIDTH * pixels, height: CHART_HEIGHT * pixels },
    altText: { name: chart.title, title: chart.title, description: words },
  })
  return new Paragraph({
    style: 'GwLine',
    spacing: { before: 0, after: twips(PITCH / 2), line: 240, lineRule: LineRuleType.AUTO },
    run: { size: 2 },
    children: [image],
  })
}
