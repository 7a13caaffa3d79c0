import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords, dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { invitationApi, type InvitationLine } from '../invitation.contract.ts'
import { accountsWords } from './accounts-words.ts'
import { LinkSide } from './sides.ts'

const dayFrom = (instant: string) => dayInWords(dayOf(new Date(instant)))

/** The invitations that nobody has taken up: each may be given a new link, or be taken back. */
export function InvitationTable({ invitations }: { invitations: InvitationLine[] }) {
  const t = useWords(accountsWords)
  const [shown, setShown] = useState<{ link: Received<typeof invitationApi.resend>; name: string }>()
  const resend = useAct(invitationApi.resend)
  const revoke = useAct(invitationApi.revoke)
  const again = ({ id, name }: InvitationLine) =>
    resend.mutate({ params: { invitationId: id } }, { onSuccess: (link) => setShown({ link, name }) })
  const columns: Column<InvitationLine>[] = [
    { key: 'name', title: t('name'), heads: true, className: 'still', cell: ({ name }) => name },
    {
      key: 'roles',
      title: t('roles'),
      className: 'wide',
      cell: ({ grants }) => grants.map(({ unitName, roleName }) => `${unitName} ${roleName}`).join('、'),
    },
    { key: 'by', title: t('invitedBy'), className: 'still', cell: ({ madeByName }) => madeByName },
    { key: 'at', title: t('invitedAt'), className: 'still', cell: ({ madeAt }) => dayFrom(madeAt) },
    {
      key: 'expires',
      title: t('expires'),
      className: 'still',
      cell: ({ expiresAt, expired }) => (expired ? t('expired') : dayFrom(expiresAt)),
    },
    {
      key: 'acts',
      acts: true,
      title: <span className="unseen">{t('acts')}</span>,
      cell: (line) => (
        <span className="row-acts">
          <Button size="small" aria-label={`${t('newLink')}：${line.name}`} onClick={() => again(line)}>
            {t('newLink')}
          </Button>
          <Button
            size="small"
            aria-label={`${t('takeBack')}：${line.name}`}
            onClick={() => revoke.mutate({ params: { invitationId: line.id } })}
          >
            {t('takeBack')}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <div>
      <RuledTable caption={t('invitations')} rows={invitations} rowKey={({ id }) => id} columns={columns} />
      <ProblemNote error={resend.error ?? revoke.error} />
      <LinkSide made={shown} open={shown !== undefined} onClose={() => setShown(undefined)} />
    </div>
  )
}
