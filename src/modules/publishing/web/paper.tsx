import type { Block, Cell, Document, Table } from '#shared/block.ts'
import { cellInWords, headInWords, numbered } from '#shared/block-words.ts'
import { chartOption } from '#shared/chart-option.ts'
import { dayInWords } from '#shared/day.ts'
import { Chart } from '#ui/chart.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { reportWords } from './words.ts'

/** The document as it will be printed, from the same blocks. */
export function Paper({ document, wordable }: { document: Document; wordable: boolean }) {
  const t = useWords(reportWords)
  const { title, marks, number, blocks, signature, day, contact } = document
  return (
    <section aria-label={t('preview')} className="paper-side">
      <div className="paper">
        {number && <p className="paper-line">{number}</p>}
        <h2 className="paper-title">{title}</h2>
        {marks.map((mark) => (
          <p key={mark} className="paper-mark">
            {mark}
          </p>
        ))}
        {numbered(blocks).map((block, index) => (
          <PaperBlock key={index} block={block} wordable={wordable} />
        ))}
        <div className="paper-signed">
          <p>{signature}</p>
          <p>{dayInWords(day)}</p>
        </div>
        {contact && <p className="paper-text">（{contact}）</p>}
      </div>
      <p className="quiet no-print">{t('previewNote')}</p>
    </section>
  )
}

function PaperBlock({ block, wordable }: { block: Block; wordable: boolean }) {
  if (block.kind === 'heading') {
    const Head = `h${block.level + 2}` as 'h3' | 'h4' | 'h5'
    return <Head className={`paper-head paper-head-${block.level}`}>{block.text}</Head>
  }
  if (block.kind === 'table') return <PaperTable table={block} />
  if (block.kind === 'chart')
    return <Chart title={block.title} label={block.title} height={230} option={chartOption(block)} />
  return (
    <>
      {block.text.split(/\n+/).map((line, index) => (
        <p key={index} className="paper-text">
          {line}
          {index === 0 && wordable && block.key !== undefined && <ToWords paragraph={block.key} />}
        </p>
      ))}
    </>
  )
}

/** The way from a paragraph on the page to its field. */
function ToWords({ paragraph }: { paragraph: string }) {
  const t = useWords(reportWords)
  return (
    <a
      className="paper-edit no-print"
      href={`#words-${paragraph}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(`words-${paragraph}`)?.focus()
      }}
    >
      {t('goTo')}
    </a>
  )
}

interface Line {
  index: number
  cells: Cell[]
}

function PaperTable({ table }: { table: Table }) {
  return (
    <>
      <RuledTable
        caption={table.title}
        matrix
        rows={table.rows.map((cells, index) => ({ cells, index }))}
        rowKey={({ index }) => index}
        columns={table.columns.map((column, at) => ({
          key: `${column.title} ${at}`,
          title: headInWords(column),
          numeric: column.decimals !== undefined,
          heads: at === 0,
          ...(at > 0 && { className: 'still' }),
          cell: ({ cells }: Line) => cellInWords(cells[at], column),
        }))}
      />
      {table.note && <p className="paper-note">{table.note}</p>}
    </>
  )
}
