import { Button, Select } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import type { Role } from '#shared/access.ts'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { accountApi, type AccountLine, type GrantLine } from '../account.contract.ts'
import type { invitationApi } from '../invitation.contract.ts'
import { accountsWords } from './accounts-words.ts'

/** The roles of an account: each may be given another end, or be taken back at once. */
export function GrantRows({ account }: { account: AccountLine }) {
  const t = useWords(accountsWords)
  return (
    <section>
      <h2 className="section-head">{t('roles')}</h2>
      <ul className="grant-rows">
        {account.grants.map((grant) => (
          <GrantRow key={grant.id} account={account} grant={grant} />
        ))}
      </ul>
    </section>
  )
}

function GrantRow({ account, grant }: { account: AccountLine; grant: GrantLine }) {
  const t = useWords(accountsWords)
  const [untilDay, setUntilDay] = useState(grant.untilDay)
  const change = useAct(accountApi.changeGrant, { done: () => t('saved') })
  const again = useAct(accountApi.grant)
  const { role, unitId, unitName, roleName } = grant
  const revoke = useAct(accountApi.revoke, {
    done: () => ({
      text: t('revoked', { name: account.name, role: `${unitName}${roleName}` }),
      undo: () => again.mutate({ params: { accountId: account.id }, body: { role, unitId, untilDay: grant.untilDay } }),
    }),
  })
  const params = { grantId: grant.id }
  return (
    <li>
      <b>
        {unitName} {roleName}
      </b>
      <span className="quiet">{t('from', { day: dayInWords(grant.fromDay) })}</span>
      <label>
        {t('untilDay')}
        <DayInput value={untilDay} onChange={(day) => setUntilDay(day ?? null)} />
      </label>
      <span className="acts">
        {untilDay !== grant.untilDay && (
          <Button onClick={() => change.mutate({ params, body: { untilDay } })}>{t('save')}</Button>
        )}
        <Button
          aria-label={`${t('revoke')}：${unitName}${roleName}`}
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ params })}
        >
          {t('revoke')}
        </Button>
      </span>
      <ProblemNote error={change.error ?? revoke.error ?? again.error} />
    </li>
  )
}

interface AddGiven {
  account: AccountLine
  places: Received<typeof invitationApi.list>['places']
}

/** Gives the account one more role, where the reader may. */
export function AddRole({ account, places }: AddGiven) {
  const t = useWords(accountsWords)
  const [unitId, setUnitId] = useState<number>()
  const [role, setRole] = useState<Role>()
  const [untilDay, setUntilDay] = useState<string>()
  const roles = places.find((place) => place.unitId === unitId)?.roles ?? []
  const add = useAct(accountApi.grant, {
    done: () => t('added', { name: account.name, role: roles.find((one) => one.role === role)?.roleName ?? '' }),
    then: () => setRole(undefined),
  })
  if (places.length === 0) return null
  const send = () =>
    unitId !== undefined &&
    role &&
    add.mutate({ params: { accountId: account.id }, body: { role, unitId, untilDay: untilDay ?? null } })
  return (
    <section>
      <h2 className="section-head">{t('addRole')}</h2>
      <div className="add-role">
        <Select
          aria-label={t('place')}
          placeholder={t('place')}
          value={unitId ?? null}
          showSearch={{ optionFilterProp: 'label' }}
          options={places.map(({ unitId: value, name }) => ({ value, label: name }))}
          onChange={(picked: number | null) => {
            setUnitId(picked ?? undefined)
            setRole(undefined)
          }}
        />
        <Select
          aria-label={t('roleOf')}
          placeholder={t('roleOf')}
          value={role ?? null}
          disabled={roles.length === 0}
          options={roles.map(({ role: value, roleName }) => ({ value, label: roleName }))}
          onChange={(picked: Role | null) => setRole(picked ?? undefined)}
        />
        <label>
          {t('untilDay')}
          <DayInput value={untilDay ?? null} onChange={setUntilDay} />
        </label>
        <Button disabled={!role} loading={add.isPending} onClick={send}>
          {t('add')}
        </Button>
      </div>
      <ProblemNote error={add.error} />
    </section>
  )
}
