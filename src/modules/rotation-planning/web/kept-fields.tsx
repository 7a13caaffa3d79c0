import { Button, Input } from 'antd'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import type { PartGiven } from './need-grid.tsx'
import { needsWords } from './needs-words.ts'

/** Whom the school must keep, each with a reason; how many it may keep stands above. */
export function KeptFields({ page, draft, faults, isFixed, onChange }: PartGiven) {
  const t = useWords(needsWords)
  const { kept } = draft
  const nameOf = (id: string) => page.teachers.find(({ teacherId }) => teacherId === id)?.name ?? ''
  const say = (teacherId: string, reason: string) =>
    onChange({ kept: kept.map((one) => (one.teacherId === teacherId ? { teacherId, reason } : one)) })
  const left = page.teachers.filter(({ teacherId }) => !kept.some((one) => one.teacherId === teacherId))
  return (
    <section className="season-part">
      <h2>{t('kept')}</h2>
      <p className="quiet">{t('keptLead', { ...page.bound, n: kept.length })}</p>
      {kept.length === 0 && isFixed && <p>{t('keptNone')}</p>}
      <ul className="kept-lines">
        {kept.map(({ teacherId, reason }) => (
          <li key={teacherId} className="kept-line">
            <span>{nameOf(teacherId)}</span>
            {isFixed ? (
              <span>{reason}</span>
            ) : (
              <>
                <Input
                  aria-label={t('keptReason', { name: nameOf(teacherId) })}
                  placeholder={t('reasonHint')}
                  maxLength={100}
                  value={reason}
                  onChange={({ target }) => say(teacherId, target.value)}
                />
                <Button
                  aria-label={t('offName', { name: nameOf(teacherId) })}
                  onClick={() => onChange({ kept: kept.filter((one) => one.teacherId !== teacherId) })}
                >
                  {t('off')}
                </Button>
              </>
            )}
            {faults.reason(teacherId) && (
              <span className="problem-note" role="alert">
                {faults.reason(teacherId)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {faults.kept && (
        <p className="problem-note" role="alert">
          {faults.kept}
        </p>
      )}
      {!isFixed && left.length > 0 && (
        <p>
          <Picker
            label={t('addKept')}
            all={t('addKept')}
            value={undefined}
            options={left.map(({ teacherId, name, subject }) => ({
              value: teacherId,
              label: [name, subject].filter(Boolean).join('，'),
            }))}
            onPick={(teacherId) => teacherId && onChange({ kept: [...kept, { teacherId, reason: '' }] })}
          />
        </p>
      )}
    </section>
  )
}
