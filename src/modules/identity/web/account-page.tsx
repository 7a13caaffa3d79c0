import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { asQuery, call } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { placeOfUnit, places } from '#ui/places.ts'
import { Go } from '#ui/go.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { speak, useLanguage, useWords, type Language } from '#ui/words.ts'
import { sessionApi } from '../session.contract.ts'
import './identity.css'
import { OutsideSection } from './outside-section.tsx'
import { ownWords } from './own-words.ts'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { identityWords } from './words.ts'

const names: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }

export default function AccountPage() {
  const t = useWords(identityWords)
  const o = useWords(ownWords)
  const language = useLanguage()
  const queries = useQueryClient()
  const router = useRouter()
  const [saved, setSaved] = useState(false)
  const { data: me } = useSuspenseQuery(asQuery(sessionApi.me, {}))
  const signOut = useMutation({
    mutationFn: () => call(sessionApi.signOut, {}),
    onSuccess: async () => {
      sessionStorage.clear()
      await router.navigate({ to: '/sign-in' })
      queries.clear()
    },
  })
  const onChanged = () => {
    setSaved(true)
    void queries.invalidateQueries({ queryKey: [sessionApi.me.path] })
  }
  return (
    <Page
      className="account"
      title={t('account')}
      lead={`${me.name}，${me.login}`}
      acts={<Button onClick={() => signOut.mutate()}>{t('signOut')}</Button>}
    >
      <ProblemNote error={signOut.error} />
      {saved && (
        <p className="saved" role="status">
          {t('saved')}
        </p>
      )}
      {me.mustChangePassword && <Password title={t('changePassword')} note={t('mustChange')} onChanged={onChanged} />}
      <RuledTable
        caption={t('grants')}
        rows={me.grants}
        rowKey={(grant) => `${grant.role} ${grant.unitId}`}
        empty={t('noGrants')}
        columns={[
          { key: 'role', title: t('role'), heads: true, cell: (grant) => grant.roleName },
          {
            key: 'unit',
            title: t('unit'),
            cell: (grant) => <Go to={placeOfUnit({ id: grant.unitId, kind: grant.unitKind })}>{grant.unitName}</Go>,
          },
        ]}
      />
      <p className="acts">
        <Go to={places.data}>{o('dataLink')}</Go>
        <Go to={places.noticeWays}>{o('waysLink')}</Go>
      </p>
      <SecondFactorSection />
      <SessionsSection />
      <OutsideSection />
      {!me.mustChangePassword && <Password title={t('changePassword')} onChanged={onChanged} />}
      <section>
        <h2 className="section-head" id="language">
          {t('language')}
        </h2>
        <Radio.Group
          aria-labelledby="language"
          value={language}
          options={Object.entries(names).map(([value, label]) => ({ value, label }))}
          onChange={(event) => void speak(event.target.value as Language)}
        />
      </section>
    </Page>
  )
}

function Password({ title, note, onChanged }: { title: string; note?: string; onChanged: () => void }) {
  return (
    <section>
      <h2 className="section-head">{title}</h2>
      {note && <p className="section-head">{note}</p>}
      <PasswordForm onChanged={onChanged} />
    </section>
  )
}
