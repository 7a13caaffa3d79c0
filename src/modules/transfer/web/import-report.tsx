import { Button } from 'antd'
import { useState } from 'react'
import { inFigures } from '#ui/number.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import type { Change, Finding, ImportReport, SheetCount } from '../import.contract.ts'
import type { z } from 'zod'
import { importWords } from './words.ts'

const PAGE = 50

/** The first of many rows, and a button for the next; the report holds them all already. */
function useSome<R>(rows: R[]): [R[], React.ReactNode] {
  const u = useWords(uiWords)
  const [shown, setShown] = useState(PAGE)
  const rest = rows.length - shown
  const more = rest > 0 && (
    <p className="more">
      <Button onClick={() => setShown(shown + PAGE)}>{u('more', { n: Math.min(PAGE, rest) })}</Button>
    </p>
  )
  return [rows.slice(0, shown), more]
}

export function Sheets({ sheets }: { sheets: z.infer<typeof SheetCount>[] }) {
  const t = useWords(importWords)
  const number = (key: 'read' | 'added' | 'updated' | 'unchanged' | 'refused'): Column<z.infer<typeof SheetCount>> => ({
    key,
    title: t(key),
    numeric: true,
    cell: (sheet) => (
      <span className={key === 'refused' && sheet.refused > 0 ? 'bad' : sheet[key] === 0 ? 'quiet' : ''}>
        {inFigures(sheet[key])}
      </span>
    ),
  })
  return (
    <section>
      <RuledTable
        caption={t('sheets')}
        rows={sheets}
        rowKey={({ sheet }) => sheet}
        columns={[
          { key: 'sheet', title: t('sheet'), heads: true, className: 'still', cell: ({ sheet }) => sheet },
          number('read'),
          number('added'),
          number('updated'),
          number('unchanged'),
          number('refused'),
        ]}
      />
    </section>
  )
}

interface FindingsGiven {
  findings: Finding[]
  total: number
  title: string
  lead: string
  said: string
}

/** Faults or warnings, each with its cell and what to do. */
export function Findings({ findings, total, title, lead, said }: FindingsGiven) {
  const t = useWords(importWords)
  const [some, more] = useSome(findings)
  if (findings.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{title}</h2>
        <p>{lead}</p>
      </div>
      <RuledTable
        caption={title}
        quiet
        rows={some.map((finding, n) => ({ ...finding, n }))}
        rowKey={({ n }) => n}
        columns={[
          {
            key: 'cell',
            title: t('cell'),
            heads: true,
            className: 'still',
            cell: ({ cell, sheet }) => cell || sheet || '—',
          },
          { key: 'message', title: said, className: 'wide', cell: ({ message }) => message },
          { key: 'column', title: t('column'), className: 'still', cell: ({ column }) => column || '—' },
          { key: 'key', title: t('key'), className: 'still', cell: ({ key }) => key || '—' },
        ]}
      />
      {more}
      <FirstOf shown={findings.length} total={total} />
    </section>
  )
}

/** What is (or was) changed, old → new. */
export function Changes({ report, title }: { report: ImportReport; title: string }) {
  const t = useWords(importWords)
  const [some, more] = useSome(report.changes)
  if (report.changes.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{title}</h2>
      </div>
      <RuledTable
        caption={title}
        quiet
        rows={some}
        rowKey={({ cell, sheet, key }) => `${sheet} ${cell} ${key}`}
        columns={[
          { key: 'cell', title: t('cell'), heads: true, className: 'still', cell: ({ cell }) => cell },
          { key: 'subject', title: t('subject'), className: 'still', cell: ({ subject }) => subject },
          { key: 'fields', title: t('change'), className: 'wide', cell: ({ fields }) => <Fields fields={fields} /> },
          { key: 'key', title: t('key'), className: 'still', cell: ({ key }) => key },
        ]}
      />
      {more}
      <FirstOf shown={report.changes.length} total={report.changesTotal} />
    </section>
  )
}

function Fields({ fields }: { fields: z.infer<typeof Change>['fields'] }) {
  const t = useWords(importWords)
  return (
    <ul>
      {fields.map((field) => (
        <li key={field.column}>
          <span className="quiet">{field.column}：</span>
          <del>{field.old || t('blank')}</del> → <ins>{field.new || t('blank')}</ins>
        </li>
      ))}
    </ul>
  )
}

function FirstOf({ shown, total }: { shown: number; total: number }) {
  const t = useWords(importWords)
  return shown < total ? (
    <p className="quiet">{t('firstOf', { shown: inFigures(shown), total: inFigures(total) })}</p>
  ) : null
}
