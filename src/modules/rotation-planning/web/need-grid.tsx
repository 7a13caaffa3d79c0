import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { inFigures } from '#ui/number.ts'
import { Picker } from '#ui/picker.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { NeedLine, SchoolPage } from '../needs.contract.ts'
import { keyOf, type Draft, type Faults } from './needs-draft.ts'
import { needsWords } from './needs-words.ts'

export interface PartGiven {
  page: SchoolPage
  draft: Draft
  faults: Faults
  isFixed: boolean
  onChange: (part: Partial<Draft>) => void
}

const MOST = 99

/** Each subject with who teaches it now, and what is missing or to spare. */
export function NeedGrid({ page, draft, faults, isFixed, onChange }: PartGiven) {
  const t = useWords(needsWords)
  const set = (line: NeedLine, lacks: number) =>
    onChange({ lines: draft.lines.map((one) => (keyOf(one) === keyOf(line) ? { ...one, lacks } : one)) })
  return (
    <section className="season-part">
      <h2>{t('grid')}</h2>
      <p className="quiet">{t('gridLead')}</p>
      <RuledTable
        caption={t('grid')}
        quiet
        rows={draft.lines}
        rowKey={keyOf}
        columns={[
          { key: 'stage', title: t('stage'), className: 'still', cell: ({ stage }) => stage },
          { key: 'subject', title: t('subject'), heads: true, className: 'still', cell: ({ subject }) => subject },
          { key: 'teachers', title: t('teachers'), numeric: true, cell: ({ teachers }) => inFigures(teachers) },
          {
            key: 'lacks',
            title: t('lacks'),
            numeric: true,
            cell: (line) =>
              isFixed ? (
                line.lacks
              ) : (
                <>
                  <InputNumber
                    className="need-input"
                    aria-label={t('lacksOf', line)}
                    min={-MOST}
                    max={MOST}
                    precision={0}
                    value={line.lacks}
                    onChange={(lacks) => set(line, lacks ?? 0)}
                  />
                  {faults.line(line) && (
                    <span className="problem-note" role="alert">
                      {faults.line(line)}
                    </span>
                  )}
                </>
              ),
          },
        ]}
      />
      {!isFixed && page.stages.length > 0 && (
        <AddLine
          stages={page.stages}
          onAdd={(line) =>
            draft.lines.some((one) => keyOf(one) === keyOf(line)) || onChange({ lines: [...draft.lines, line] })
          }
        />
      )}
    </section>
  )
}

/** A subject that nobody teaches yet. */
function AddLine({ stages, onAdd }: { stages: readonly string[]; onAdd: (line: NeedLine) => void }) {
  const t = useWords(needsWords)
  const [stage, setStage] = useState(stages[0]!)
  const [subject, setSubject] = useState('')
  const add = () => {
    if (subject.trim() === '') return
    onAdd({ stage, subject: subject.trim(), teachers: 0, lacks: 1 })
    setSubject('')
  }
  return (
    <div className="add-line" role="group" aria-label={t('addLine')}>
      <Picker
        label={t('stage')}
        value={stage}
        options={stages.map((value) => ({ value, label: value }))}
        onPick={(picked) => picked && setStage(picked)}
      />
      <Input
        aria-label={t('newSubject')}
        placeholder={t('newSubject')}
        maxLength={20}
        value={subject}
        onChange={({ target }) => setSubject(target.value)}
        onPressEnter={add}
      />
      <Button onClick={add}>{t('add')}</Button>
    </div>
  )
}
