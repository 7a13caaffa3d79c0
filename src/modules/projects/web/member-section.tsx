import { Button } from 'antd'
import { dayInWords } from '#shared/day.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Member, Project } from '../project.contract.ts'
import type { Doing } from './project-page.tsx'
import { projectWords } from './project-words.ts'

/** Who works on a project beside its head, and who did. */
export function MemberSection({ project, onDo }: { project: Project; onDo: (what: Doing) => void }) {
  const t = useWords(projectWords)
  const leads = project.can.includes('lead')
  const columns = useColumns()
  const acts: Column<Member> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (member) =>
      member.until === null && (
        <Button
          type="link"
          size="small"
          aria-label={t('leaveOf', member)}
          onClick={() => onDo({ what: 'leave', member })}
        >
          {t('leave')}
        </Button>
      ),
  }
  return (
    <section className="project-section" aria-label={t('members')}>
      <h2>{t('members')}</h2>
      {leads && (
        <div className="project-tools no-print">
          <Button onClick={() => onDo({ what: 'members' })}>{t('addMembers')}</Button>
        </div>
      )}
      {project.people.length === 0 ? (
        <p>{t('noMembers')}</p>
      ) : (
        <RuledTable
          caption={t('members')}
          quiet
          rows={project.people}
          rowKey={({ id }) => id}
          columns={leads ? [...columns, acts] : columns}
        />
      )}
    </section>
  )
}

function useColumns(): Column<Member>[] {
  const t = useWords(projectWords)
  return [
    { key: 'name', title: t('member'), heads: true, className: 'still', cell: ({ name }) => name },
    { key: 'school', title: t('school'), cell: ({ school }) => school },
    {
      key: 'stay',
      title: t('stay'),
      cell: ({ from, until }) =>
        until === null
          ? t('since', { from: dayInWords(from) })
          : t('periodOf', { from: dayInWords(from), until: dayInWords(until) }),
    },
  ]
}
