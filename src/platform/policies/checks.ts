import { filesOf, type Folder } from './folder.ts'
import { checkPlans } from './training-checks.ts'
import type { Mistake, YamlFile } from './yaml-file.ts'

type Values<K extends keyof Folder> = NonNullable<Exclude<Folder[K], readonly unknown[]>>['value']
type Indicator = NonNullable<Values<'indicators'>>['indicators'][number]
type RotationRule = NonNullable<Values<'rotation'>>['rules'][number]
type Rubric = Pick<NonNullable<Values<'courseRubric'>>, 'items' | 'levels'>
type Grades = Pick<NonNullable<Values<'studioRubric'>>, 'grades'>
type Target = NonNullable<Folder['packs'][number]['value']>['targets'][number]

/** What only a look at the folders together can find: names that are not there, names given twice, targets that make no sense. */
export function checkFolders(folders: readonly Folder[], measures: ReadonlySet<string> | undefined): Mistake[] {
  const common = folders.filter(({ region }) => !region)
  const cities = folders.filter(({ region }) => region)
  const ofEach = (cities.length > 0 ? cities : [undefined]).flatMap((city) => checkCity(common, city, measures))
  return unique([...ofEach, ...checkRegions(cities)])
}

/** A city's folder is read together with what is common: that is the whole of what holds there. */
function checkCity(
  common: readonly Folder[],
  city: Folder | undefined,
  measures: ReadonlySet<string> | undefined,
): Mistake[] {
  const folders = city ? [...common, city] : common
  if (folders.flatMap(filesOf).some(({ value }) => value === undefined)) return []
  const indicators = new Map(folders.flatMap(indicatorsIn).map(({ item }) => [item.code, item]))
  const forms = new Set(folders.flatMap(({ rotation }) => rotation?.value?.forms ?? []).map(({ form }) => form))
  const dimensions = new Set(folders.flatMap((folder) => folder.indicators?.value?.dimensions ?? []))
  return [
    ...repeated(folders.flatMap(indicatorsIn), ({ code }) => code, 'code', '指标代码'),
    ...repeated(folders.flatMap(packsIn), ({ id }) => id, 'id', '政策包编号'),
    ...folders.flatMap(indicatorsIn).flatMap((place) => checkIndicator(place, { indicators, dimensions, measures })),
    ...folders.flatMap(columnsIn).flatMap((place) => checkColumn(place, indicators)),
    ...folders.flatMap(targetsIn).flatMap((place) => checkTarget(place, indicators.get(place.item.indicator))),
    ...folders.flatMap(eligibilityIn).flatMap(checkYears),
    ...repeated(folders.flatMap(rotationRulesIn), ({ id }) => id, 'id', '规则编号'),
    ...folders.flatMap(rotationRulesIn).flatMap((rule) => checkRotationRule(rule, forms)),
    ...checkPlans(folders.flatMap(plansIn)),
    ...folders.flatMap(rubricIn).flatMap(checkRubric),
    ...folders.flatMap((folder) => repeated(servicesIn(folder), ({ code }) => code, 'code', '项目编号')),
    ...folders.flatMap(studioRubricIn).flatMap((rubric) => [...checkRubric(rubric), ...checkGrades(rubric)]),
  ]
}

/** Something in a file, and how to point at it or at one of its keys. */
export interface Place<T> {
  item: T
  mistake(key: string, message: string): Mistake
}

const place = <T>(file: YamlFile<unknown>, path: readonly PropertyKey[], item: T): Place<T> => ({
  item,
  mistake: (key, message) => file.mistakeAt([...path, ...key.split('/')], message),
})

const placesIn = <V, T>(file: YamlFile<V> | undefined, key: string, pick: (value: V) => readonly T[]): Place<T>[] =>
  file?.value === undefined ? [] : pick(file.value).map((item, index) => place(file, [key, index], item))

const indicatorsIn = ({ indicators }: Folder) => placesIn(indicators, 'indicators', (value) => value.indicators)
const eligibilityIn = ({ eligibility }: Folder) => placesIn(eligibility, 'rules', (value) => value.rules)
const rotationRulesIn = ({ rotation }: Folder) => placesIn(rotation, 'rules', (value) => value.rules)
const packsIn = ({ packs }: Folder) => packs.flatMap((pack) => (pack.value ? [place(pack, [], pack.value)] : []))
const plansIn = ({ training }: Folder) => training.flatMap((plan) => (plan.value ? [place(plan, [], plan.value)] : []))
const rubricIn = ({ courseRubric }: Folder) =>
  courseRubric?.value ? [place(courseRubric, [], courseRubric.value)] : []
const servicesIn = ({ pupilServices }: Folder) => [
  ...placesIn(pupilServices, 'services', (value) => value.services),
  ...placesIn(pupilServices, 'referrals', (value) => value.referrals),
]
const studioRubricIn = ({ studioRubric }: Folder) =>
  studioRubric?.value ? [place(studioRubric, [], studioRubric.value)] : []
const targetsIn = ({ packs }: Folder) => packs.flatMap((pack) => placesIn(pack, 'targets', (value) => value.targets))
const columnsIn = ({ indicators }: Folder) =>
  placesIn(indicators, 'tables', (value) => value.tables).flatMap(({ item, mistake }) =>
    item.columns.map((column, index) => ({
      item: column,
      mistake: (key: string, message: string) => mistake(`columns/${index}/${key}`, message),
    })),
  )

function repeated<T>(places: readonly Place<T>[], nameOf: (item: T) => string, key: string, what: string): Mistake[] {
  const seen = new Set<string>()
  return places.flatMap(({ item, mistake }) => {
    const name = nameOf(item)
    if (seen.has(name)) return [mistake(key, `${what}“${name}”重复了`)]
    seen.add(name)
    return []
  })
}

interface Known {
  indicators: ReadonlyMap<string, Indicator>
  dimensions: ReadonlySet<string>
  measures: ReadonlySet<string> | undefined
}

function checkIndicator({ item, mistake }: Place<Indicator>, { indicators, dimensions, measures }: Known): Mistake[] {
  const unknown = (['numerator', 'denominator'] as const).filter((side) => {
    const name = item[side]
    return name !== undefined && measures !== undefined && !measures.has(name)
  })
  return [
    ...unknown.map((side) => mistake(side, `没有统计口径“${item[side]}”`)),
    ...when(!dimensions.has(item.dimension), () => mistake('dimension', `没有评价维度“${item.dimension}”`)),
    ...when(item.given !== undefined && !indicators.has(item.given), () => mistake('given', `没有指标“${item.given}”`)),
    ...when(item.kind === 'share' && item.numerator !== undefined && item.denominator === undefined, () =>
      mistake('kind', '比例要写 denominator'),
    ),
    ...when(item.kind === 'count' && item.denominator !== undefined, () =>
      mistake('denominator', '计数不写 denominator'),
    ),
    ...when(item.kind === 'share' && item.parts !== undefined, () => mistake('parts', '比例不分项')),
  ]
}

function checkColumn(
  { item, mistake }: Place<{ code: string; part?: string }>,
  indicators: ReadonlyMap<string, Indicator>,
): Mistake[] {
  const indicator = indicators.get(item.code)
  if (!indicator) return [mistake('code', `没有指标“${item.code}”`)]
  if (item.part === undefined || indicator.parts?.includes(item.part)) return []
  return [mistake('part', `指标“${item.code}”没有分项“${item.part}”`)]
}

function checkTarget(target: Place<Target>, indicator: Indicator | undefined): Mistake[] {
  const { item, mistake } = target
  const bounds = (['atLeast', 'upTo', 'atMost'] as const).filter((key) => item[key] !== undefined)
  const over = indicator?.kind === 'share' ? bounds.filter((key) => item[key]! > 100) : []
  return [
    ...when(!indicator, () => mistake('indicator', `没有指标“${item.indicator}”`)),
    ...checkYears(target),
    ...when(item.atLeast === undefined && item.atMost === undefined, () =>
      mistake('indicator', '目标要写 atLeast 或 atMost'),
    ),
    ...when(item.upTo !== undefined && !(item.atLeast! < item.upTo), () =>
      mistake('upTo', 'upTo 要与 atLeast 同写，并大于它'),
    ),
    ...when(item.upTo !== undefined && item.atMost !== undefined, () => mistake('atMost', 'upTo 与 atMost 只写一个')),
    ...when(item.atLeast! > item.atMost!, () => mistake('atMost', 'atMost 小于 atLeast')),
    ...over.map((key) => mistake(key, `比例的目标不会超过100（写的是${item[key]}）`)),
  ]
}

function checkYears({ item, mistake }: Place<{ from: number; until?: number }>): Mistake[] {
  return when(item.until !== undefined && item.until < item.from, () => mistake('until', 'until 早于 from'))
}

function checkRotationRule(rule: Place<RotationRule>, forms: ReadonlySet<string>): Mistake[] {
  const unknown = (rule.item.forms ?? []).filter((form) => !forms.has(form))
  return [...checkYears(rule), ...unknown.map((form) => rule.mistake('forms', `没有交流方式“${form}”`))]
}

/** A full mark is 100, and each level is below the one before. */
function checkRubric({ item: { items, levels }, mistake }: Place<Rubric>): Mistake[] {
  const sum = items.reduce((all, { weight }) => all + weight, 0)
  const rising = levels.findIndex(({ percent }, n) => n > 0 && percent >= levels[n - 1]!.percent)
  return [
    ...when(sum !== 100, () => mistake('items', `各项 weight 合计应是 100（现在是 ${sum}）`)),
    ...when(new Set(items.map(({ code }) => code)).size < items.length, () => mistake('items', '评审项的代码重复了')),
    ...when(rising > 0, () => mistake(`levels/${rising}/percent`, '等次要从高到低写')),
  ]
}

/** Every score has its grade. */
function checkGrades({ item: { grades }, mistake }: Place<Grades>): Mistake[] {
  const rising = grades.findIndex(({ from }, n) => n > 0 && from >= grades[n - 1]!.from)
  return [
    ...when(rising > 0, () => mistake(`grades/${rising}/from`, '等第要从高到低写')),
    ...when(grades.at(-1)?.from !== 0, () => mistake('grades', '最低一等要从 0 分起')),
  ]
}

/** A code names one place in all the folders: the city of a district must be certain. */
function checkRegions(cities: readonly Folder[]): Mistake[] {
  const codes = cities.flatMap(({ region }) =>
    region?.value
      ? [
          place(region, ['city'], region.value.city),
          ...placesIn(region, 'districts', (value) => value.districts),
          ...placesIn(region, 'districts', (value) => value.districts).flatMap(({ item, mistake }) =>
            item.towns.map((town, index) => ({
              item: town,
              mistake: (key: string, message: string) => mistake(`towns/${index}/${key}`, message),
            })),
          ),
        ]
      : [],
  )
  return repeated<{ code: number }>(codes, ({ code }) => String(code), 'code', '代码')
}

const when = (wrong: boolean, make: () => Mistake): Mistake[] => (wrong ? [make()] : [])

const unique = (mistakes: readonly Mistake[]): Mistake[] => [
  ...new Map(mistakes.map((mistake) => [`${mistake.file}:${mistake.line} ${mistake.message}`, mistake])).values(),
]
