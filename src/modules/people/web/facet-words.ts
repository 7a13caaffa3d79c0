import { useWords } from '#ui/words.ts'
import { ANY, NONE, type Facet } from '../facet.rules.ts'
import { peopleWords } from './words.ts'

/** How facets and their values are told. */
export function useFacetWords(schools: readonly { id: number; name: string }[] = []) {
  const t = useWords(peopleWords)
  const titles: Record<Facet, string> = {
    school: t('school'),
    stage: t('stage'),
    subject: t('subject'),
    title: t('jobTitle'),
    backbone: t('backbone'),
    leader: t('subjectLeader'),
    eligible: t('eligible'),
  }
  const none: Partial<Record<Facet, string>> = { backbone: t('noBackbone'), leader: t('noLeader') }
  const valueOf = (facet: Facet, value: string): string => {
    if (facet === 'school') return schools.find(({ id }) => String(id) === value)?.name ?? value
    if (facet === 'eligible') return t(value === 'yes' ? 'yes' : 'no')
    if (value === NONE) return none[facet] ?? t('noValue')
    return value === ANY ? t(facet === 'leader' ? 'anyLeader' : 'anyBackbone') : value
  }
  return { titleOf: (facet: Facet) => titles[facet], valueOf }
}
