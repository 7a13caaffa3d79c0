import type { EditorBase, EditorCtr } from '@revolist/react-datagrid'
import type { RefusedSheet } from '../correction.contract.ts'
import { choicesOf } from './choices.ts'

/** The editor of a cell: a text field that offers what may stand in the column. Enter and Tab keep, Escape leaves it. */
export const choiceEditor =
  (sheet: RefusedSheet): EditorCtr =>
  (data, save) => {
    let field: HTMLInputElement | null = null
    const column = sheet.columns.find(({ title }) => title === String(data.prop))
    const choices = column && choicesOf(column)
    const editor: EditorBase & { appendPendingInput(text: string): boolean } = {
      element: null,
      componentDidRender: () => void setTimeout(() => field?.focus()),
      appendPendingInput(text) {
        if (!field) return false
        field.value += text
        field.focus()
        return true
      },
      getValue: () => field?.value ?? '',
      render: (h) =>
        h('input', {
          type: 'text',
          value: String(editor.editCell?.val ?? ''),
          'aria-label': String(data.prop),
          ...(choices && { list: choices }),
          ref: (element: HTMLInputElement | null) => void (field = element),
          onKeyDown: (event: KeyboardEvent) => {
            const keeps = (event.key === 'Enter' || event.key === 'Tab') && !event.isComposing
            if (!keeps) return
            const text = field?.value ?? ''
            field?.blur()
            save(text, event.key === 'Tab')
          },
        }),
    }
    return editor
  }
