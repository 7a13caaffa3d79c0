import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { settingApi, type SchoolStanding } from '../setting.contract.ts'
import { settingWords } from './setting-words.ts'

/** How strong each school is, by its appraisal unless the office says otherwise. */
export function StandingTable({ seasonId, standings }: { seasonId: string; standings: SchoolStanding[] }) {
  const t = useWords(settingWords)
  const nameOf = (id: number) => standings.find(({ schoolId }) => schoolId === id)?.schoolName ?? ''
  const rate = useAct(settingApi.rate, { done: (_, { body }) => t('rated', { school: nameOf(body.schoolId) }) })
  const set = (schoolId: number, standing: number | null) =>
    rate.mutate({ params: { seasonId }, body: { schoolId, standing } })
  return (
    <section className="season-part">
      <h2>{t('standings')}</h2>
      <p className="quiet rules-note">{t('standingsLead')}</p>
      <ProblemNote error={rate.error} />
      <RuledTable
        caption={t('standings')}
        quiet
        rows={standings}
        rowKey={({ schoolId }) => schoolId}
        columns={[
          { key: 'school', title: t('school'), heads: true, cell: ({ schoolName }) => schoolName },
          {
            key: 'standing',
            title: t('standing'),
            numeric: true,
            cell: (one) => <Points key={one.standing} one={one} onSet={(value) => set(one.schoolId, value)} />,
          },
          {
            key: 'origin',
            title: t('origin'),
            className: 'still',
            cell: ({ origin, grade }) => t(`origin_${origin}`, { grade }),
          },
          {
            key: 'acts',
            title: t('acts'),
            acts: true,
            cell: ({ schoolId, schoolName, origin }) =>
              origin === 'office' && (
                <Button
                  size="small"
                  aria-label={t('byAppraisalOf', { school: schoolName })}
                  onClick={() => set(schoolId, null)}
                >
                  {t('byAppraisal')}
                </Button>
              ),
          },
        ]}
      />
    </section>
  )
}

/** Kept when the field is left. */
function Points({ one, onSet }: { one: SchoolStanding; onSet: (value: number) => void }) {
  const t = useWords(settingWords)
  const [value, setValue] = useState<number | null>(one.standing)
  return (
    <InputNumber
      className="need-input"
      aria-label={t('standingOf', { school: one.schoolName })}
      min={0}
      max={100}
      precision={0}
      value={value}
      onChange={setValue}
      onBlur={() => (value === null ? setValue(one.standing) : value !== one.standing && onSet(value))}
    />
  )
}
