import type { Page } from '@playwright/test'
import { dismissTold, open, openInCluster, side, type Picture, type Where } from './picture.ts'

const YEAR = 2023

async function sent<T>(page: Page, { address }: Where, path: string, data: object): Promise<T> {
  const reply = await page.request.post(address + path, { data, headers: { origin: address } })
  if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`)
  return (await reply.json()) as T
}

const got = async <T>(page: Page, { address }: Where, path: string): Promise<T> =>
  (await (await page.request.get(address + path)).json()) as T

/** A year is planned: its list is final, and schools and teachers are asked. */
async function beginSeason(page: Page, where: Where): Promise<void> {
  await sent(page, where, `/api/units/${where.cluster}/eligible/freeze`, { year: YEAR })
  const next = new Date().getFullYear() + 1
  const days = { wishesDue: `${next}-05-20`, needsDue: `${next}-05-31` }
  await sent(page, where, `/api/units/${where.cluster}/rotation-season`, { ...days, schoolYear: YEAR })
}

/** Four teachers of a name go to the first school that is not theirs. */
async function draftBatch(page: Page, where: Where): Promise<string> {
  const begun = { title: '2023学年第二批', schoolYear: YEAR }
  const { batchId } = await sent<{ batchId: string }>(
    page,
    where,
    `/api/units/${where.cluster}/rotation-batches`,
    begun,
  )
  const url = `/api/rotation-batches/${batchId}`
  const { teachers, schools } = await got<{ teachers: { teacherId: string; schoolId: number }[]; schools: { id: number }[] }>(page, where, `${url}/candidates?q=${encodeURIComponent('林')}`) // prettier-ignore
  const [there] = schools
  for (const { teacherId, schoolId } of teachers.slice(0, 4))
    if (schoolId !== there!.id)
      await sent(page, where, `${url}/rotations`, { teacherId, toSchoolId: there!.id, form: '跨校兼课', startOn: '2024-03-01', termYears: 1, ftePercent: 40, weeklyLessons: 6 }) // prettier-ignore
  return batchId
}

/** Rotation from the wishes to the batch, cover, posts. */
export const rotation: Picture[] = [
  {
    name: 'posts-vacancies',
    page: '骨干蓄水池与岗位',
    height: 860,
    take: async (page, where) => {
      await openInCluster(page, where, `posts?part=vacancies&year=${YEAR}`)
      await page.getByRole('table', { name: '分学段学科' }).waitFor()
    },
  },
  {
    name: 'pool',
    page: '骨干蓄水池与岗位',
    height: 760,
    take: async (page, where) => {
      await openInCluster(page, where, `posts?part=pool&year=${YEAR}`)
      await page.getByRole('table').first().waitFor()
    },
  },
  {
    name: 'timetable',
    page: '代课与兼课',
    height: 860,
    take: async (page, where) => {
      await openInCluster(page, where, 'cover')
      await page
        .getByRole('link', { name: /^\d+ 节/ })
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: /课表/ }).waitFor()
    },
  },
  {
    name: 'cover-post',
    page: '代课与兼课',
    width: 1000,
    height: 860,
    take: async (page, where) => {
      await openInCluster(page, where, 'cover')
      await page.getByRole('button', { name: '登记兼课' }).click()
      await side(page).getByLabel('到哪所学校').fill('第二幼儿园')
      await page.keyboard.press('Enter')
      await side(page).getByLabel('校区').selectOption({ label: '第二校区' })
      await side(page).getByLabel('教师').fill('学前教育')
      await page.keyboard.press('Enter')
      await side(page).getByLabel('班级').fill('大（1）班')
    },
  },
  {
    name: 'batch',
    page: '交流轮岗',
    height: 820,
    take: async (page, where) => {
      await open(page, where, `/rotation-batches/${await draftBatch(page, where)}`)
      await page.getByRole('table', { name: '交流名单' }).waitFor()
    },
  },
  {
    name: 'rotations',
    page: '交流轮岗',
    height: 860,
    take: async (page, where) => {
      await openInCluster(page, where, `rotations?year=${YEAR}`)
      await page.getByRole('table').nth(1).waitFor()
    },
  },
  {
    name: 'season',
    page: '轮岗意愿与学校需求',
    height: 820,
    take: async (page, where) => {
      await beginSeason(page, where)
      await openInCluster(page, where, `rotation-season?year=${YEAR}`)
    },
  },
  {
    name: 'school-needs',
    page: '轮岗意愿与学校需求',
    who: 'liaison',
    width: 390,
    height: 844,
    take: (page, where) => open(page, where, `/schools/${where.school.id}/rotation`),
  },
  {
    name: 'plans',
    page: '编排轮岗方案',
    height: 900,
    take: async (page, where) => {
      await openInCluster(page, where, `rotation-season?year=${YEAR}&tab=plans`)
      await page.getByRole('button', { name: '编排几种供选择' }).click()
      await page.getByRole('link', { name: '方案 1', exact: true }).waitFor({ timeout: 120_000 })
      await dismissTold(page)
    },
  },
  {
    name: 'plan-board',
    page: '编排轮岗方案',
    height: 900,
    take: async (page) => {
      await page.getByRole('link', { name: '方案 1', exact: true }).click()
      const chip = page.locator('.chip').first()
      await chip.waitFor()
      await chip.evaluate((element) => element.closest('table')?.scrollIntoView())
    },
  },
]
