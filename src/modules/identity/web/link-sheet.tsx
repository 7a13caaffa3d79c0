import { Button } from 'antd'
import { useWords } from '#ui/words.ts'
import { accountsWords } from './accounts-words.ts'
import type { BulkLinks } from './bulk-side.tsx'
import { addressOfLink } from './link-shown.tsx'
import { QrCode } from './qr-code.tsx'

/** The links of many invitations on one sheet, to print and cut apart. */
export function LinkSheet({ links, left, onDone }: { links: BulkLinks; left: number; onDone: () => void }) {
  const t = useWords(accountsWords)
  return (
    <section className="link-sheet">
      <div className="section-head no-print">
        <h2>{t('manySheet')}</h2>
        <div role="status">
          <p>{t('manyDone', { n: links.length })}</p>
          {left > 0 && <p>{t('manyLeft', { n: left })}</p>}
        </div>
        <Button type="primary" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button onClick={onDone}>{t('done')}</Button>
      </div>
      <ul>
        {links.map((link) => (
          <li key={link.path}>
            <QrCode text={addressOfLink(link)} alt={t('code', { name: link.name })} size={120} />
            <div>
              <b>{link.schoolName}</b>
              <span>{link.name}</span>
              <code>{addressOfLink(link)}</code>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
