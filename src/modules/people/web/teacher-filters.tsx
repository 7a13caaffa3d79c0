import { useAddress } from '#ui/address.ts'
import { Filters as Fold } from '#ui/filters.tsx'
import { Picker } from '#ui/picker.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { useWords } from '#ui/words.ts'
import { ANY, NONE } from '../facet.rules.ts'
import { backboneLevels, stages, subjectLeaderLevels, titles } from '../teacher.rules.ts'
import type { CrossReply, Filters } from './teacher-list-page.tsx'
import { useFacetWords } from './facet-words.ts'
import { peopleWords } from './words.ts'

const keys = ['q', 'schoolId', 'stage', 'subject', 'title', 'backbone', 'leader', 'eligible'] as const

/** The facets that a picker each chooses of. */
const picked = ['stage', 'subject', 'title', 'backbone', 'leader'] as const

/** Whether any filter is set. */
export const isNarrowed = (filters: Filters): boolean => keys.some((key) => Boolean(filters[key]))

/** What narrows the list; all of it stands in the address. */
export function TeacherFilters({ filters, offered }: { filters: Filters; offered: CrossReply | undefined }) {
  const t = useWords(peopleWords)
  const [, go] = useAddress()
  const clear = () => go(Object.fromEntries(keys.map((key) => [key, undefined])))
  const chosen = useChosen(filters, offered)
  const search = <SearchBox label={t('search')} value={filters.q} onSearch={(text) => go({ q: text }, 'replace')} />
  return (
    <Fold active={chosen} onClear={clear} first={search}>
      <Picker
        label={t('school')}
        all={t('allSchools')}
        value={offered && filters.schoolId}
        options={offered?.schools.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onPick={(schoolId) => go({ schoolId })}
      />
      <FacetPicker facet="stage" all={t('allStages')} values={[...stages, NONE]} picked={filters.stage} />
      <FacetPicker
        facet="subject"
        all={t('allSubjects')}
        values={[...(offered?.subjects ?? []), NONE]}
        picked={filters.subject}
      />
      <FacetPicker facet="title" all={t('allTitles')} values={[...titles, NONE]} picked={filters.title} />
      <FacetPicker
        facet="backbone"
        all={t('allBackbone')}
        values={[ANY, ...backboneLevels, NONE]}
        picked={filters.backbone}
      />
      <FacetPicker
        facet="leader"
        all={t('allLeaders')}
        values={[ANY, ...subjectLeaderLevels, NONE]}
        picked={filters.leader}
      />
      <Picker
        label={t('eligible')}
        all={t('allEligible')}
        value={filters.eligible}
        options={[
          { value: 'yes', label: t('isEligible') },
          { value: 'no', label: t('notEligible') },
        ]}
        onPick={(eligible) => go({ eligible })}
      />
    </Fold>
  )
}

/** What the list is narrowed to, in words. */
function useChosen(filters: Filters, offered: CrossReply | undefined): string[] {
  const { valueOf } = useFacetWords(offered?.schools)
  const t = useWords(peopleWords)
  const { q, schoolId, eligible } = filters
  const words = picked.map((facet) => filters[facet] && valueOf(facet, filters[facet]))
  const school = schoolId && valueOf('school', String(schoolId))
  const may = eligible && t(eligible === 'yes' ? 'isEligible' : 'notEligible')
  return [q, school, ...words, may].filter((word) => typeof word === 'string' && word !== '') as string[]
}

interface FacetGiven {
  facet: (typeof picked)[number]
  all: string
  values: readonly string[]
  picked: string | undefined
}

function FacetPicker({ facet, all, values, picked }: FacetGiven) {
  const { titleOf, valueOf } = useFacetWords()
  const [, go] = useAddress()
  return (
    <Picker
      label={titleOf(facet)}
      all={all}
      value={picked}
      options={values.map((value) => ({ value, label: valueOf(facet, value) }))}
      onPick={(value) => go({ [facet]: value })}
    />
  )
}
