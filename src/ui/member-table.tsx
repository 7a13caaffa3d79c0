import { Button } from 'antd'
import { dayInWords } from '#shared/day.ts'
import { RuledTable, type Column } from './ruled-table.tsx'
import { defineWords, useWords } from './words.ts'

const memberWords = defineWords(
  'members',
  {
    member: '姓名',
    school: '学校',
    stay: '参加时间',
    since: '{{from}}起',
    periodOf: '{{from}}至{{until}}',
    acts: '操作',
    leave: '离开',
    leaveOf: '{{name}}离开',
  },
  {
    member: 'Name',
    school: 'School',
    stay: 'When',
    since: 'since {{from}}',
    periodOf: '{{from}} to {{until}}',
    acts: 'Acts',
    leave: 'Leaves',
    leaveOf: '{{name}} leaves',
  },
)

interface DatedMember {
  id: string
  name: string
  school: string
  from: string
  until: string | null
}

interface Given<M> {
  title: string
  members: M[]
  /** For who may have a member leave. */
  onLeave?: ((member: M) => void) | undefined
}

/** Who belongs to something, and who did, with the days. */
export function MemberTable<M extends DatedMember>({ title, members, onLeave }: Given<M>) {
  const columns = useColumns()
  const acts = useActs(onLeave)
  return (
    <RuledTable
      caption={title}
      quiet
      rows={members}
      rowKey={({ id }) => id}
      columns={onLeave ? [...columns, acts] : columns}
    />
  )
}

function useColumns(): Column<DatedMember>[] {
  const t = useWords(memberWords)
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

function useActs<M extends DatedMember>(onLeave: Given<M>['onLeave']): Column<M> {
  const t = useWords(memberWords)
  return {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (member) =>
      member.until === null && (
        <Button
          type="link"
          size="small"
          aria-label={t('leaveOf', { name: member.name })}
          onClick={() => onLeave?.(member)}
        >
          {t('leave')}
        </Button>
      ),
  }
}
