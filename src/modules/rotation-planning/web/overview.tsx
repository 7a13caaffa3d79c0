import type { ReactNode } from 'react'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places, type Place } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords, type Say } from '#ui/words.ts'
import type { PartGiven } from './season-page.tsx'
import { seasonWords } from './season-words.ts'

interface Check {
  key: string
  what: string
  state: string
  /** Nothing is missing. */
  done: boolean
  to: Place
  act: string
}

const SHOWN = 5

/** In one look: what is still missing before a plan is made, each with the way to it. */
export function Overview({ data, season }: PartGiven) {
  const t = useWords(seasonWords)
  const checks = checksOf({ data, season }, t)
  const open = checks.filter(({ done }) => !done).length
  return (
    <section className="season-part">
      <h2>{open === 0 ? t('ready') : t('lacking', { n: open })}</h2>
      <RuledTable
        caption={t('overview')}
        quiet
        rows={checks}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', title: t('check'), heads: true, className: 'still', cell: ({ what }) => what },
          { key: 'state', title: t('state'), className: 'wide', cell: stateOf },
          { key: 'to', title: t('todo'), acts: true, cell: ({ to, act }) => <Go to={to}>{act}</Go> },
        ]}
      />
    </section>
  )
}

const stateOf = ({ done, state }: Check): ReactNode => (
  <span className={done ? undefined : 'missing'}>
    <span aria-hidden="true">{done ? '✓ ' : '○ '}</span>
    {state}
  </span>
)

type T = Say<keyof typeof seasonWords.zh>

function checksOf({ data: { progress }, season }: PartGiven, t: T): Check[] {
  const { clusterId, schoolYear: year } = season
  const { schools, unfrozen, eligible, answered, openRequests, handedIn, unplaced, pupilless } = progress
  const tab = (name: string) => places.rotationSeason(clusterId, { year, tab: name })
  const named = (list: typeof unfrozen) => {
    const names = list.slice(0, SHOWN).map(({ schoolName }) => schoolName).join('、') // prettier-ignore
    return { n: list.length, names: list.length > SHOWN ? t('andMore', { names }) : names }
  }
  const check = (key: string, done: boolean, [what, yes, no]: [string, string, string], to: Place, act: string) => ({
    key,
    done,
    what,
    state: done ? yes : no,
    to,
    act,
  })
  const n = inFigures(eligible)
  return [
    check('frozen', unfrozen.length === 0, [t('checkFrozen'), t('frozenAll', { n: schools, eligible: n }), t('frozenNot', named(unfrozen))], places.eligible(clusterId, year), t(unfrozen.length === 0 ? 'goSee' : 'goFreeze')), // prettier-ignore
    check('requests', openRequests === 0, [t('checkRequests'), t('requestsNone'), t('requestsOpen', { n: openRequests })], tab('teachers'), t('goSee')), // prettier-ignore
    check('wishes', answered >= eligible, [t('checkWishes'), t('wishesAll', { n }), t('wishesNot', { all: n, answered: inFigures(answered) })], tab('teachers'), t('goSee')), // prettier-ignore
    check('needs', handedIn >= schools, [t('checkNeeds'), t('needsAll', { n: schools }), t('needsNot', { n: schools - handedIn })], tab('schools'), t('goSee')), // prettier-ignore
    check('places', unplaced.length === 0, [t('checkPlaces'), t('placesAll'), t('placesNot', named(unplaced))], places.clusterMap(clusterId), t(unplaced.length === 0 ? 'goSee' : 'goMap')), // prettier-ignore
    check('pupils', pupilless.length === 0, [t('checkPupils'), t('pupilsAll'), t('pupilsNot', named(pupilless))], places.schools(clusterId, year), t(pupilless.length === 0 ? 'goSee' : 'goSchools')), // prettier-ignore
  ]
}
