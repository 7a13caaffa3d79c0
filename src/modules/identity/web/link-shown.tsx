import type { z } from 'zod'
import { dayInWords, dayOf } from '#shared/day.ts'
import { CopiedAddress } from '#ui/copied-address.tsx'
import { useWords } from '#ui/words.ts'
import type { LinkOnce } from '../account.contract.ts'
import { accountsWords } from './accounts-words.ts'
import { QrCode } from './qr-code.tsx'

type Link = z.output<typeof LinkOnce>

export const addressOfLink = ({ path }: Pick<Link, 'path'>): string => `${location.origin}${path}`
export const lastDayOf = ({ expiresAt }: Pick<Link, 'expiresAt'>): string => dayInWords(dayOf(new Date(expiresAt)))

/** A link that is shown once: to copy, or to scan with a phone. */
export function LinkShown({ link, name }: { link: Link & { mailed?: boolean }; name: string }) {
  const t = useWords(accountsWords)
  const address = addressOfLink(link)
  return (
    <section className="link-shown">
      <h2 className="section-head">{t('linkFor', { name })}</h2>
      {link.mailed && <p>{t('mailed')}</p>}
      <p>{t('linkOnce', { day: lastDayOf(link) })}</p>
      <QrCode text={address} alt={t('code', { name })} size={200} />
      <CopiedAddress address={address} label={t('link')} />
    </section>
  )
}
