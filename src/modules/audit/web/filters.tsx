import { useQuery } from '@tanstack/react-query'
import { dayInWords } from '#shared/day.ts'
import { asNumber, useAddress } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Filters } from '#ui/filters.tsx'
import { Picker } from '#ui/picker.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { useWords } from '#ui/words.ts'
import { entryApi, type EntryFilter } from '../entry.contract.ts'
import './audit.css'
import { auditWords } from './words.ts'

const isDay = (text: string | undefined) => (text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined)
const isResult = (text: string | undefined) => (text === 'done' || text === 'refused' ? text : undefined)

const nothing = { who: undefined, kind: undefined, place: undefined, result: undefined }
const cleared = { ...nothing, from: undefined, until: undefined, q: undefined }

/** What is looked for, as the address says it; and whether anything is. */
export function useFilter(): [EntryFilter, boolean] {
  const [at] = useAddress()
  const filter: EntryFilter = {
    who: at['who'] || undefined,
    kind: at['kind'] || undefined,
    place: asNumber(at['place']),
    result: isResult(at['result']),
    from: isDay(at['from']),
    until: isDay(at['until']),
    q: at['q'] || undefined,
  }
  return [filter, Object.values(filter).some((part) => part !== undefined)]
}

interface Given {
  /** What one may narrow the search to. */
  units: readonly { id: number; name: string }[]
}

/** What is looked for, in words. */
function useChosen({ units }: Given): string[] {
  const t = useWords(auditWords)
  const [{ who, kind, place, result, from, until, q }] = useFilter()
  const words = [
    who,
    kind,
    units.find(({ id }) => id === place)?.name,
    result && t(result === 'done' ? 'onlyDone' : 'onlyRefused'),
    from && t('fromDay', { day: dayInWords(from) }),
    until && t('untilDay', { day: dayInWords(until) }),
    q,
  ]
  return words.filter((word) => word !== undefined)
}

/** The parts of a search over the record. */
export function AuditFilters({ units }: Given) {
  const t = useWords(auditWords)
  const [, go] = useAddress()
  const [filter] = useFilter()
  const { data } = useQuery({ ...asQuery(entryApi.kinds, {}), staleTime: Infinity })
  return (
    <Filters active={useChosen({ units })} onClear={() => go(cleared)} className="audit-filters">
      <SearchBox label={t('whoSearch')} value={filter.who ?? ''} onSearch={(who) => go({ who }, 'replace')} />
      <Picker
        label={t('what')}
        all={t('allKinds')}
        value={data && filter.kind}
        options={data?.kinds.map((kind) => ({ value: kind, label: kind })) ?? []}
        onPick={(kind) => go({ kind })}
      />
      {units.length > 1 && (
        <Picker
          label={t('unit')}
          all={t('allUnits')}
          value={filter.place}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onPick={(place) => go({ place })}
        />
      )}
      <Picker
        label={t('result')}
        all={t('allResults')}
        value={filter.result}
        options={[
          { value: 'done' as const, label: t('onlyDone') },
          { value: 'refused' as const, label: t('onlyRefused') },
        ]}
        onPick={(result) => go({ result })}
      />
      <label>
        {t('from')} <DayInput value={filter.from ?? null} onChange={(from) => go({ from }, 'replace')} />
      </label>
      <label>
        {t('until')} <DayInput value={filter.until ?? null} onChange={(until) => go({ until }, 'replace')} />
      </label>
      <SearchBox label={t('aboutSearch')} value={filter.q ?? ''} onSearch={(q) => go({ q }, 'replace')} />
    </Filters>
  )
}
