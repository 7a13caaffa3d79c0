import { roleNames, type Role } from '#shared/access.ts'
import { dayInWords } from '#shared/day.ts'

/** A role at an organization, and until when. */
export interface RoleHeld {
  role: Role
  unitName: string
  untilDay: string | null
}

interface Words {
  title: string
  text: string
}

const nameOf = ({ role, unitName }: RoleHeld) => `${unitName} ${roleNames[role]}`
const endOf = (untilDay: string | null) => (untilDay === null ? '长期有效' : `到${dayInWords(untilDay)}为止`)

export const given = (grant: RoleHeld, by: string): Words => ({
  title: `您有了新角色：${nameOf(grant)}`,
  text: `${by}给的，${endOf(grant.untilDay)}。`,
})

export const endChanged = (grant: RoleHeld, untilDay: string | null, by: string): Words => ({
  title: `您的角色改了期限：${nameOf(grant)}`,
  text: `${by}改的，原来${endOf(grant.untilDay)}，现在${endOf(untilDay)}。`,
})

export const takenBack = (grant: RoleHeld, by: string): Words => ({
  title: `您的角色已收回：${nameOf(grant)}`,
  text: `${by}收回的，已经生效。`,
})

/** Work that passes from one person to another on a day, and who saw to it. */
interface Handing {
  fromDay: string
  from: string
  to: string
  by: string
}

export const handedTo = (grants: readonly RoleHeld[], { fromDay, from, by }: Handing): Words => ({
  title: `${from}的工作移交给您`,
  text: `从${dayInWords(fromDay)}起，您接手${grants.map((grant) => `${nameOf(grant)}（${endOf(grant.untilDay)}）`).join('、')}，没办完的事一并交给您。${by}办理的。`,
})

/** To who hands on: the successor may have been invited only. */
export const handedOn = (
  grants: readonly RoleHeld[],
  { fromDay, to, by, invited }: Handing & { invited: boolean },
): Words => ({
  title: `您的工作移交给${to}`,
  text: `从${dayInWords(fromDay)}起，${grants.map(nameOf).join('、')}由${to}接手${invited ? '（已发邀请）' : ''}，没办完的事一并移交。${by}办理的。`,
})
