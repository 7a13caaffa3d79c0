import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { roleNames, type Role } from '#shared/access.ts'
import { useAddress } from '#ui/address.ts'
import { asPages, asQuery, type Received } from '#ui/api.ts'
import { More } from '#ui/more.tsx'
import { Page, type Crumb } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { accountApi, accountShelves, type AccountLine, type GrantLine } from '../account.contract.ts'
import { invitationApi } from '../invitation.contract.ts'
import './accounts.css'
import { accountsWords } from './accounts-words.ts'
import type { BulkLeft, BulkMade } from './bulk-side.tsx'
import { InvitationTable } from './invitation-table.tsx'
import { LinkSheet } from './link-sheet.tsx'
import { AccountSide, BulkSide, InviteSide } from './sides.ts'

type Wanted = Role | (typeof accountShelves)[number]
const isWanted = (text: string | undefined): text is Wanted =>
  text !== undefined && (text in roleNames || (accountShelves as readonly string[]).includes(text))

interface Given {
  unitId: number
  crumbs: Crumb[]
  /** Whole clusters are invited from a list. */
  many: boolean
}

/** The accounts below a unit: who has which role until when, and the invitations that wait. */
export function AccountsView({ unitId, crumbs, many }: Given) {
  const t = useWords(accountsWords)
  const [beside, setBeside] = useState<'invite' | 'bulk'>()
  const [made, setMade] = useState<BulkMade>()
  const [first, setFirst] = useState<BulkLeft>()
  const { data } = useSuspenseQuery(asQuery(invitationApi.list, { params: { unitId } }))
  const { invitations, places } = data
  const close = () => setBeside(undefined)
  const schools = useMemo(
    () =>
      places
        .filter(({ kind, roles }) => kind === 'school' && roles.some(({ role }) => role === 'liaison'))
        .map(({ unitId: id, name, shortName }) => ({ id, name, shortName })),
    [places],
  )
  const finish = ({ left }: BulkMade) => {
    setMade(undefined)
    setFirst(left.n > 0 ? left : undefined)
    if (left.n > 0) setBeside('bulk')
  }
  if (made)
    return (
      <Page title={t('title')} crumbs={crumbs}>
        <LinkSheet links={made.links} left={made.left.n} onDone={() => finish(made)} />
      </Page>
    )
  return (
    <Page
      title={t('title')}
      crumbs={crumbs}
      lead={invitations.length > 0 ? t('lead', { n: invitations.length }) : t('leadNone')}
      acts={
        places.length > 0 && (
          <>
            <Button type="primary" onClick={() => setBeside('invite')}>
              {t('invite')}
            </Button>
            {many && schools.length > 0 && <Button onClick={() => setBeside('bulk')}>{t('inviteMany')}</Button>}
          </>
        )
      }
    >
      <AccountList unitId={unitId} places={places} />
      {invitations.length > 0 && <InvitationTable invitations={invitations} />}
      <InviteSide places={places} open={beside === 'invite'} onClose={close} />
      <BulkSide
        unitId={unitId}
        schools={schools}
        first={first}
        open={beside === 'bulk'}
        onClose={close}
        onMade={setMade}
      />
    </Page>
  )
}

interface ListGiven {
  unitId: number
  places: Received<typeof invitationApi.list>['places']
}

function AccountList({ unitId, places }: ListGiven) {
  const t = useWords(accountsWords)
  const [{ q = '', role: wanted }, go] = useAddress()
  const [openId, setOpenId] = useState<string>()
  const role = isWanted(wanted) ? wanted : undefined
  const list = useInfiniteQuery({
    ...asPages(accountApi.list, { params: { unitId }, query: { q, role } }),
    placeholderData: keepPreviousData,
  })
  const columns = useColumns(setOpenId)
  const accounts = list.data?.pages.flatMap((page) => page.accounts) ?? []
  const account = accounts.find(({ id }) => id === openId)
  return (
    <div>
      <div className="filters">
        <SearchBox label={t('search')} value={q} onSearch={(text) => go({ q: text }, 'replace')} />
        <Picker
          label={t('role')}
          all={t('allRoles')}
          value={role}
          options={[
            ...Object.entries(roleNames).map(([value, label]) => ({ value: value as Wanted, label })),
            { value: 'none', label: t('noRole') },
            { value: 'closed', label: t('isClosed') },
          ]}
          onPick={(picked) => go({ role: picked })}
        />
      </div>
      {list.isLoading ? (
        <TableSkeleton rows={8} columns={5} />
      ) : (
        <>
          <RuledTable
            caption={t('title')}
            quiet
            rows={accounts}
            rowKey={({ id }) => id}
            empty={q || role ? t('noneFound') : t('none')}
            columns={columns}
          />
          <More shown={accounts.length} query={list} />
        </>
      )}
      <AccountSide
        account={account}
        open={account !== undefined}
        places={places}
        onClose={() => setOpenId(undefined)}
      />
    </div>
  )
}

function useColumns(onOpen: (id: string) => void): Column<AccountLine>[] {
  const t = useWords(accountsWords)
  const seen = (at: string) => {
    const { year, month, date } = momentOf(at)
    return `${year}年${month}月${date}日`
  }
  return [
    { key: 'name', title: t('name'), heads: true, className: 'still', cell: ({ name }) => name },
    {
      key: 'login',
      title: t('login'),
      className: 'still',
      cell: ({ login, locked, closed }) => {
        const state = closed ? t('isClosed') : locked && t('locked')
        return state ? `${login}（${state}）` : login
      },
    },
    { key: 'roles', title: t('roles'), className: 'wide', cell: (account) => <Roles account={account} /> },
    { key: 'seen', title: t('seen'), className: 'still', cell: ({ seenAt }) => (seenAt ? seen(seenAt) : t('never')) },
    {
      key: 'second',
      title: t('secondFactor'),
      className: 'still',
      cell: ({ secondFactor }) => t(secondFactor ? 'on' : 'off'),
    },
    {
      key: 'keep',
      acts: true,
      title: <span className="unseen">{t('acts')}</span>,
      cell: ({ id, name }) => (
        <Button size="small" aria-label={`${t('keep')}${name}`} onClick={() => onOpen(id)}>
          {t('keep')}
        </Button>
      ),
    },
  ]
}

function Roles({ account }: { account: AccountLine }) {
  const t = useWords(accountsWords)
  const lastOf = ({ unitName, roleName, untilDay }: GrantLine) =>
    t('wasLast', { role: `${unitName}${roleName}`, day: dayInWords(untilDay!) })
  return (
    <ul>
      {account.grants.map((grant) => (
        <li key={grant.id}>
          {grant.unitName} {grant.roleName}{' '}
          <span className="quiet">
            <Days grant={grant} />
          </span>
        </li>
      ))}
      {account.last && <li className="quiet">{lastOf(account.last)}</li>}
      {account.elsewhere && <li className="quiet">{t('elsewhere')}</li>}
    </ul>
  )
}

/** Until when a role holds; one that is to come, from when. */
function Days({ grant: { fromDay, untilDay, toCome } }: { grant: GrantLine }) {
  const t = useWords(accountsWords)
  const [day, until] = [dayInWords(fromDay), untilDay && dayInWords(untilDay)]
  if (toCome) return until ? t('fromUntil', { day, until }) : t('fromOn', { day })
  return until ? t('until', { day: until }) : t('forGood')
}
