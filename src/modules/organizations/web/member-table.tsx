import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { MemberLine, OrganizationReply } from '../cluster.contract.ts'
import { memberRoles } from '../membership.rules.ts'
import { organizationWords } from './organization-words.ts'
import { ChangeSide, NewSchoolSide } from './sides.ts'

type Open = { what: 'join' | 'new' } | { what: 'change'; member: MemberLine }

/** Who is a member and who was, from when to when, as what; and how one changes it. */
export function Members({ cluster, today }: { cluster: OrganizationReply; today: string }) {
  const t = useWords(organizationWords)
  const [open, setOpen] = useState<Open>()
  const decides = cluster.can.includes('decide')
  const keeps = cluster.can.includes('keep')
  const member = open?.what === 'change' ? open.member : undefined
  const close = () => setOpen(undefined)
  return (
    <section aria-labelledby="members">
      <div className="section-head">
        <h2 id="members">{t('members')}</h2>
        <p>{t('membersLead')}</p>
      </div>
      <RuledTable
        caption={t('members')}
        quiet
        rows={[...cluster.members].sort((a, b) => rank(a) - rank(b))}
        rowKey={({ schoolId }) => schoolId}
        rowClass={({ now }) => (now ? undefined : 'past')}
        empty={t('noMembers')}
        columns={useColumns(keeps ? (line) => setOpen({ what: 'change', member: line }) : undefined)}
      />
      {keeps && (
        <p className="section-acts">
          {decides && <Button onClick={() => setOpen({ what: 'join' })}>{t('join')}</Button>}
          <Button onClick={() => setOpen({ what: 'new' })}>{t('newSchool')}</Button>
        </p>
      )}
      <ChangeSide
        key={member?.schoolId ?? open?.what ?? 'none'}
        unitId={cluster.id}
        school={member && { id: member.schoolId, name: member.name }}
        open={open?.what === 'change' || open?.what === 'join'}
        title={member ? t('changeOf', { name: member.name }) : t('join')}
        decides={decides}
        today={today}
        onClose={close}
      />
      <NewSchoolSide unitId={cluster.id} ofCluster open={open?.what === 'new'} today={today} onClose={close} />
    </section>
  )
}

/** The lead school first, then those with a turn, those of the past last. */
const rank = ({ role }: MemberLine): number =>
  role === null ? memberRoles.length : (memberRoles as readonly string[]).indexOf(role)

function useColumns(onChange: ((line: MemberLine) => void) | undefined): Column<MemberLine>[] {
  const t = useWords(organizationWords)
  const span = ({ role, fromDay, untilDay }: MemberLine['spans'][number]) =>
    untilDay === null
      ? t('from', { role, from: dayInWords(fromDay) })
      : t('fromTo', { role, from: dayInWords(fromDay), until: dayInWords(untilDay) })
  const columns: Column<MemberLine>[] = [
    {
      key: 'school',
      title: t('school'),
      heads: true,
      cell: ({ schoolId, name }) => <Go to={places.school(schoolId)}>{name}</Go>,
    },
    { key: 'role', title: t('role'), className: 'still', cell: ({ role }) => role ?? t('former') },
    { key: 'stage', title: t('stage'), className: 'still', cell: ({ stages }) => stages.join('、') || '—' },
    {
      key: 'history',
      title: t('history'),
      cell: ({ spans, keptYears }) => (
        <span className="spans">
          {spans.map((one) => (
            <span key={one.fromDay}>{span(one)}</span>
          ))}
          {keptYears.length > 0 && <span className="quiet">{t('kept', { years: keptYears.join('、') })}</span>}
        </span>
      ),
    },
  ]
  if (!onChange) return columns
  const act = (line: MemberLine) =>
    line.now && (
      <Button size="small" aria-label={t('changeOf', { name: line.name })} onClick={() => onChange(line)}>
        {t('change')}
      </Button>
    )
  return [...columns, { key: 'act', acts: true, title: <span className="unseen">{t('change')}</span>, cell: act }]
}
