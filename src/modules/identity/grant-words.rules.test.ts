import { describe, expect, test } from 'vitest'
import { endChanged, given, handedOn, handedTo, takenBack } from './grant-words.rules.ts'

const expert = { role: 'expert', unitName: '春申学区', untilDay: '2090-08-31' } as const
const liaison = { role: 'liaison', unitName: '春申中学', untilDay: null } as const

describe('what a person is told of their roles', () => {
  test('one was given', () => {
    expect(given(expert, '陈办一')).toEqual({
      title: '您有了新角色：春申学区 专家',
      text: '陈办一给的，到2090年8月31日为止。',
    })
    expect(given(liaison, '陈办一').text).toBe('陈办一给的，长期有效。')
  })

  test('one ends on another day', () => {
    expect(endChanged(expert, '2089-08-31', '陈办一')).toEqual({
      title: '您的角色改了期限：春申学区 专家',
      text: '陈办一改的，原来到2090年8月31日为止，现在到2089年8月31日为止。',
    })
    expect(endChanged(expert, null, '陈办一').text).toBe('陈办一改的，原来到2090年8月31日为止，现在长期有效。')
  })

  test('one was taken back', () => {
    expect(takenBack(liaison, '陈办一')).toEqual({
      title: '您的角色已收回：春申中学 学校联络员',
      text: '陈办一收回的，已经生效。',
    })
  })

  const handing = { fromDay: '2026-03-05', from: '周', to: '吴', by: '陈办一' }

  test('some were handed to them, each with its end', () => {
    expect(handedTo([liaison, expert], handing)).toEqual({
      title: '周的工作移交给您',
      text: '从2026年3月5日起，您接手春申中学 学校联络员（长期有效）、春申学区 专家（到2090年8月31日为止），没办完的事一并交给您。陈办一办理的。',
    })
  })

  test('some were handed on, to who has an account or is invited', () => {
    expect(handedOn([liaison], { ...handing, invited: false })).toEqual({
      title: '您的工作移交给吴',
      text: '从2026年3月5日起，春申中学 学校联络员由吴接手，没办完的事一并移交。陈办一办理的。',
    })
    expect(handedOn([liaison], { ...handing, invited: true }).text).toBe(
      '从2026年3月5日起，春申中学 学校联络员由吴接手（已发邀请），没办完的事一并移交。陈办一办理的。',
    )
  })
})
