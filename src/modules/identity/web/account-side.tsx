import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { accountApi, type AccountLine } from '../account.contract.ts'
import type { invitationApi } from '../invitation.contract.ts'
import { accountsWords } from './accounts-words.ts'
import { AddRole, GrantRows } from './grant-rows.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { LinkShown } from './link-shown.tsx'

interface Given {
  account: AccountLine | undefined
  open: boolean
  places: Received<typeof invitationApi.list>['places']
  onClose: () => void
}

type Link = Received<typeof accountApi.passwordLink>

/** One account: its roles with their ends, handing over, and what helps a person who is locked out. */
export function AccountSide({ account, open, places, onClose }: Given) {
  const t = useWords(accountsWords)
  const [shown, setShown] = useState<{ link: Link; name: string }>()
  const close = () => {
    setShown(undefined)
    onClose()
  }
  return (
    <Side title={account ? `${account.name}（${account.login}）` : t('acts')} open={open} onClose={close}>
      {account && shown && <LinkShown {...shown} />}
      {account && !shown && (
        <div className="account-side">
          {account.grants.length > 0 && <GrantRows account={account} />}
          {!account.closed && <AddRole account={account} places={places} />}
          {account.can.includes('handOver') && (
            <HandOverForm account={account} onLink={(link, name) => setShown({ link, name })} />
          )}
          <Acts account={account} onLink={(link) => setShown({ link, name: account.name })} onClosed={close} />
        </div>
      )}
    </Side>
  )
}

interface ActsGiven {
  account: AccountLine
  onLink: (link: Link) => void
  onClosed: () => void
}

function Acts({ account, onLink, onClosed }: ActsGiven) {
  const t = useWords(accountsWords)
  const { name } = account
  const params = { accountId: account.id }
  const may = (verb: AccountLine['can'][number]) => account.can.includes(verb)
  const link = useAct(accountApi.passwordLink, { then: onLink })
  const unlock = useAct(accountApi.unlock, { done: () => t('unlocked') })
  const signOut = useAct(accountApi.signOut, { done: () => t('signedOut') })
  const reset = useAct(accountApi.resetSecondFactor, { done: () => t('secondFactorReset') })
  const closing = useAct(accountApi.close, { done: () => t('closed', { name }), then: onClosed })
  const reopen = useAct(accountApi.reopen, { done: () => t('reopened', { name }), then: onClosed })
  const [sure, setSure] = useState(false)
  if (account.can.length === 0) return null
  return (
    <section>
      <h2 className="section-head">{t('acts')}</h2>
      <p className="acts">
        {may('passwordLink') && <Button onClick={() => link.mutate({ params })}>{t('passwordLink')}</Button>}
        {may('unlock') && <Button onClick={() => unlock.mutate({ params })}>{t('unlock')}</Button>}
        {may('signOut') && <Button onClick={() => signOut.mutate({ params })}>{t('signOut')}</Button>}
        {may('resetSecondFactor') && <Button onClick={() => reset.mutate({ params })}>{t('resetSecondFactor')}</Button>}
        {may('reopen') && <Button onClick={() => reopen.mutate({ params })}>{t('reopen')}</Button>}
        {may('close') && !sure && <Button onClick={() => setSure(true)}>{t('closeAccount')}</Button>}
      </p>
      {sure && (
        <p className="acts" role="group" aria-label={t('closeAccount')}>
          <span>{t('closeWhy', { name })}</span>
          <Button danger onClick={() => closing.mutate({ params })}>
            {t('closeAccount')}
          </Button>
        </p>
      )}
      <ProblemNote error={[link, unlock, signOut, reset, closing, reopen].find(({ error }) => error)?.error} />
    </section>
  )
}
